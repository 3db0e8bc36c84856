#include "indexer/ingest/batch.h"

#include "common/base/hash.h"
#include "indexer/enrich/step.h"
#include "indexer/write/identity.h"

#include <algorithm>

namespace lectern {
namespace {

/// Takes what a reader yields of one piece.
class PieceSink : public Sink {
public:
    PieceSink(const BatchPlan& plan,
              Workbench& workbench,
              std::optional<BatchBuilder>& builder,
              const std::function<std::string()>& folder,
              BatchOutcome& outcome)
        : plan_{plan},
          workbench_{workbench},
          builder_{builder},
          folder_{folder},
          outcome_{outcome} {}

    void begin(const Piece& piece) {
        path_ = (*plan_.work)[piece.work].file.stored;
        lines_before_ = piece.first_line - 1;
        outcome_.pieces.push_back({.work = piece.work, .last = piece.last, .record = piece.record});
    }

    void article(Article&& article) override {
        article.source.path = path_;
        if (article.source.record != 0) article.source.record += lines_before_;
        if (article.outlet.empty()) article.outlet = plan_.outlet;
        complete_id(article);
        ++here().record.articles;
        const std::string identity = identity_of(article);
        const std::uint64_t content = content_of(article);
        const auto known = find(identity);
        if (known) here().known.push_back({known->segment, known->number});
        if (known && known->content == content && !plan_.read_everything) {
            ++here().unchanged;
            outcome_.kept.push_back({.identity = content_hash(identity),
                                     .ref = {known->segment, known->number},
                                     .after = outcome_.articles.size(),
                                     .where = where_read(article)});
            return;
        }
        add(std::move(article), identity, content, known);
    }

    void problem(std::size_t record, std::string message) override {
        ++here().record.problems;
        outcome_.problems.push_back({where(record), std::move(message)});
    }

    void record_done() override { ++here().records; }

    void fail(const std::string& why) {
        here().failed = true;
        problem(0, why);
    }

private:
    struct Known {
        std::string segment;
        ArticleNumber number;
        std::uint64_t content;
    };

    PieceOutcome& here() { return outcome_.pieces.back(); }

    std::string where(std::size_t record) const {
        return record == 0 ? path_ : path_ + ':' + std::to_string(record + lines_before_);
    }

    static std::string where_read(const Article& article) {
        const Place& place = article.source;
        return place.record == 0 ? place.path : place.path + ':' + std::to_string(place.record);
    }

    std::optional<Known> find(const std::string& identity) const {
        if (workbench_.before == nullptr) return std::nullopt;
        for (const Segment& segment : workbench_.before->segments()) {
            const ArticleNumber number = segment.find_identity(identity);
            if (number == 0) continue;
            const auto content =
                static_cast<std::uint64_t>(segment.numbers(content_column).of(number));
            return Known{segment.entry().name, number, content};
        }
        return std::nullopt;
    }

    void add(Article&& article,
             const std::string& identity,
             std::uint64_t content,
             const std::optional<Known>& known) {
        for (const Step& step : steps()) step.apply(article);
        if (!builder_) builder_.emplace(folder_(), workbench_.tokenizer);
        builder_->add(article, identity, content);
        NewArticle added{.identity = content_hash(identity)};
        added.where = where_read(article);
        if (known) added.replaces = SegmentRef{known->segment, known->number};
        outcome_.articles.push_back(std::move(added));
        count(article);
    }

    void count(const Article& article) {
        if (!article.published) ++outcome_.undated;
        if (article.published && article.published->utc_seconds > plan_.now)
            ++outcome_.future_dated;
        const auto decoded = [](const std::string& note) { return note.rfind("read as ", 0) == 0; };
        if (std::any_of(article.notes.begin(), article.notes.end(), decoded)) ++outcome_.decoded;
    }

    const BatchPlan& plan_;
    Workbench& workbench_;
    std::optional<BatchBuilder>& builder_;
    const std::function<std::string()>& folder_;
    BatchOutcome& outcome_;
    std::string path_;
    std::uint64_t lines_before_{0};
};

}  // namespace

BatchOutcome process(
    const Batch& batch,
    const BatchPlan& plan,
    Workbench& workbench,
    const std::function<std::string()>& folder,
    const std::function<Dictionaries(const std::vector<std::string>&)>& dictionary) {
    BatchOutcome outcome;
    std::optional<BatchBuilder> builder;
    PieceSink sink{plan, workbench, builder, folder, outcome};
    for (const Piece& piece : batch.pieces) {
        sink.begin(piece);
        if (piece.failure) {
            sink.fail(*piece.failure);
            continue;
        }
        const Work& work = (*plan.work)[piece.work];
        work.format->read({work.file.stored, piece.bytes}, plan.limits, sink);
        if (!work.format->records) outcome.pieces.back().records = 1;
    }
    const Dictionaries learned =
        dictionary(builder ? builder->records() : std::vector<std::string>{});
    if (builder) {
        outcome.text_bytes = builder->text_bytes();
        outcome.files = builder->finish(learned);
    }
    return outcome;
}

}  // namespace lectern
