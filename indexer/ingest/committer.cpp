#include "indexer/ingest/committer.h"

#include "indexer/write/builder.h"
#include "indexer/write/identity.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace lectern {

void Committer::take(BatchOutcome&& outcome) {
    const std::size_t count = outcome.articles.size();
    auto kept = outcome.kept.begin();
    for (std::size_t i = 0; i <= count; ++i) {  // in the order in which they were read
        for (; kept != outcome.kept.end() && kept->after == i; ++kept) note_kept(*kept, count);
        if (i == count) break;
        note_new(outcome.articles[i], static_cast<ArticleNumber>(pending_articles_ + i + 1));
    }
    if (outcome.files) {
        pending_articles_ += outcome.files->articles;
        change_.batches.push_back(std::move(*outcome.files));
    }
    add_again();
    for (const PieceOutcome& piece : outcome.pieces) close_piece(piece);
    report_.text_bytes += outcome.text_bytes;
    report_.undated += outcome.undated;
    report_.future_dated += outcome.future_dated;
    report_.decoded += outcome.decoded;
    report_.failed += outcome.problems.size();
    std::move(outcome.problems.begin(), outcome.problems.end(),
              std::back_inserter(report_.problems));
}

void Committer::remove_files(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
        for (const SegmentRef& ref : articles_of(path)) {
            change_.deaths.push_back(ref);
            ++report_.removed;
        }
        change_.catalogue_lines += catalogue_gone_line(path);
    }
}

bool Committer::commit() {
    const bool nothing =
        change_.batches.empty() && change_.deaths.empty() && change_.catalogue_lines.empty();
    if (!nothing) {
        const std::string segment = writer_.commit(change_);
        for (const auto& [identity, number] : pending_) places_[identity] = {segment, number};
        writer_.merge_if_many();
    }
    change_ = {};
    pending_.clear();
    pending_articles_ = 0;
    records_durable_ = records_taken_;
    bytes_durable_ = bytes_taken_;
    return !nothing;
}

void Committer::note_new(const NewArticle& added, ArticleNumber number) {
    if (const auto twin = pending_.find(added.identity); twin != pending_.end()) {
        change_.stillborn.push_back(twin->second);
        twin->second = number;
        note_twin(added);
        return;
    }
    if (const auto twin = places_.find(added.identity); twin != places_.end()) {
        change_.deaths.push_back({twin->second.segment, twin->second.number});
        note_twin(added);
    } else if (added.replaces) {
        change_.deaths.push_back(*added.replaces);
        ++report_.replaced;
    } else {
        ++report_.added;
    }
    pending_[added.identity] = number;
}

/// The index has it, unless an earlier record of its file took its place in this run: then it is
/// added again, behind the articles of its batch.
void Committer::note_kept(const KeptArticle& kept, std::size_t batch_articles) {
    if (!pending_.contains(kept.identity) && !places_.contains(kept.identity)) return;
    again_.push_back(kept.ref);
    const std::size_t number = pending_articles_ + batch_articles + again_.size();
    note_new({.identity = kept.identity, .where = kept.where}, static_cast<ArticleNumber>(number));
    if (returned_.insert(kept.identity).second) --report_.replaced;  // was counted, and is not
}

void Committer::add_again() {
    if (again_.empty()) return;
    if (!tokenizer_) tokenizer_.emplace();
    BatchBuilder builder{writer_.batch_folder(), *tokenizer_};
    for (const SegmentRef& ref : std::exchange(again_, {})) {
        const auto segment =
            std::find_if(before_->segments().begin(), before_->segments().end(),
                         [&](const Segment& one) { return one.entry().name == ref.segment; });
        const Article article = segment->documents().article(ref.number);
        const std::int64_t content = segment->numbers(content_column).of(ref.number);
        builder.add(article, identity_of(article), static_cast<std::uint64_t>(content));
    }
    change_.batches.push_back(builder.finish({}));
    pending_articles_ += change_.batches.back().articles;
}

void Committer::note_twin(const NewArticle& added) {
    report_.problems.push_back(
        {added.where, "has the id of an earlier record of the same file, which it replaces"});
    ++report_.failed;
}

void Committer::close_piece(const PieceOutcome& piece) {
    OpenFile& file = open_[piece.work];
    file.record.articles += piece.record.articles;
    file.record.problems += piece.record.problems;
    file.failed = file.failed || piece.failed;
    file.known.insert(file.known.end(), piece.known.begin(), piece.known.end());
    report_.unchanged += piece.unchanged;
    records_taken_ += piece.records;
    if (!piece.last) return;
    const Work& work = work_[piece.work];
    bytes_taken_ += work.file.state.bytes;
    if (!file.failed) {
        bury_missing(work.file.stored, file.known);
        file.record.state = piece.record.state;
        file.record.sha256 = piece.record.sha256;
        change_.catalogue_lines += catalogue_line(work.file.stored, file.record);
    }
    open_.erase(piece.work);
}

/// Of a file read to its end: the articles it had and has no more.
void Committer::bury_missing(const std::string& path, const std::vector<SegmentRef>& known) {
    std::set<std::pair<std::string, ArticleNumber>> seen;
    for (const SegmentRef& ref : known) seen.emplace(ref.segment, ref.number);
    for (const SegmentRef& ref : articles_of(path)) {
        if (seen.contains({ref.segment, ref.number})) continue;
        change_.deaths.push_back(ref);
        ++report_.removed;
    }
}

std::vector<SegmentRef> Committer::articles_of(const std::string& path) const {
    std::vector<SegmentRef> refs;
    if (before_ == nullptr) return refs;
    for (const ArticleRef& ref : before_->with_path(path)) {
        refs.push_back({before_->segments()[ref.segment].entry().name, ref.number});
    }
    return refs;
}

}  // namespace lectern
