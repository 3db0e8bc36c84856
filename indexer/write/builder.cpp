#include "indexer/write/builder.h"

#include "common/index/guard.h"
#include "common/index/segment.h"
#include "common/schema/field.h"
#include "common/segment/sections.h"

#include <algorithm>

namespace lectern {
namespace {

/// Between the values of a field, and between title and body: no phrase reaches across.
constexpr std::uint32_t position_gap = 100;

constexpr int postings_flags =
    Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

}  // namespace

BatchBuilder::BatchBuilder(std::string folder, Tokenizer& tokenizer)
    : folder_{std::move(folder)}, tokenizer_{tokenizer} {
    guarded(folder_, [&] {
        postings_ = Xapian::WritableDatabase{folder_ + "/postings", postings_flags};
        postings_.begin_transaction();  // else Xapian writes behind our back every 10,000 articles
    });
    for (const Field& field : fields()) {
        if (!field.column) continue;
        if (field.kind == Kind::Day) {
            numbers_[std::string{field.name}];
        } else {
            values_[std::string{field.name}];
        }
    }
}

std::uint32_t BatchBuilder::slot_of(std::string_view term) {
    const TermId id = vocabulary_.id(term);
    Vocabulary::Entry& entry = vocabulary_[id];
    if (entry.article != articles_) {
        entry.article = articles_;
        entry.slot = static_cast<std::uint32_t>(slots_.size());
        slots_.push_back({id, 0, 0});
    }
    return entry.slot;
}

void BatchBuilder::add_whole(std::string_view term) {
    slot_of(term);
}

void BatchBuilder::add_occurrence(std::string_view term,
                                  std::uint32_t position,
                                  std::uint32_t weight) {
    const std::uint32_t slot = slot_of(term);
    slots_[slot].frequency += weight;
    ++slots_[slot].occurrences;
    occurrences_.push_back({slot, position});
}

void BatchBuilder::add_words(const Field& field, std::string_view value, int language) {
    const std::span<const Token> tokens = tokenizer_(value);
    if (tokens.empty()) return;
    const std::uint32_t own_base = next_position_[field.prefix];
    const std::uint32_t any_base = next_position_[any_text];
    for (const Token& token : tokens) {
        if (field.kind == Kind::Text) {
            add_occurrence(token.term, any_base + token.position, field.weight);
            if (!token.joined) length_ += field.weight;
            if (token.ordinary && language >= 0) {
                vocabulary_[slots_[occurrences_.back().slot].term].ordinary_in |=
                    1U << static_cast<unsigned>(language);
            }
        }
        if (field.prefix.empty()) continue;
        term_ = field.prefix;
        term_ += token.term;
        add_occurrence(term_, own_base + token.position, 1);
    }
    const std::uint32_t words = tokens.back().position + 1 + position_gap;
    if (field.kind == Kind::Text) next_position_[any_text] = any_base + words;
    if (!field.prefix.empty()) next_position_[field.prefix] = own_base + words;
}

void BatchBuilder::add_field(const Field& field,
                             const std::vector<std::string>& values,
                             int language) {
    for (const std::string& value : values) {
        switch (field.kind) {
            case Kind::Text:
                add_words(field, value, language);
                break;
            case Kind::Keyword:
                add_whole(value_term(field, folded_value(value)));
                add_words(field, value, language);
                break;
            case Kind::Exact:
                add_whole(value_term(field, value));
                break;
            case Kind::Day:
                break;
        }
    }
    if (!field.column || field.kind == Kind::Day) return;
    values_.find(field.name)->second.add(values);
}

void BatchBuilder::add_columns(const Article& article, std::uint64_t content) {
    const auto& published = article.published;
    numbers_["date"].add(published ? published->day : NumberColumn::none);
    numbers_[std::string{time_column}].add(published ? published->utc_seconds : NumberColumn::none);
    numbers_[std::string{length_column}].add(length_);
    numbers_[std::string{content_column}].add(static_cast<std::int64_t>(content));
}

void BatchBuilder::store_positions() {
    // Sort by slot, keeping the order of positions: count, sum up, place.
    std::vector<std::uint32_t> begin(slots_.size() + 1);
    for (std::size_t i = 0; i < slots_.size(); ++i) begin[i + 1] = begin[i] + slots_[i].occurrences;
    ordered_.resize(occurrences_.size());
    for (const Occurrence& occurrence : occurrences_) {
        ordered_[begin[occurrence.slot]++] = occurrence.position;
    }
    std::uint32_t from = 0;
    for (const Slot& slot : slots_) {
        if (slot.occurrences == 0) continue;
        vocabulary_[slot.term].positions.add(articles_,
                                             std::span{ordered_}.subspan(from, slot.occurrences));
        from += slot.occurrences;
    }
}

void BatchBuilder::add(const Article& article, std::string_view identity, std::uint64_t content) {
    ++articles_;
    slots_.clear();
    occurrences_.clear();
    next_position_.clear();
    length_ = 0;
    const int language = Stemmer::language_index(article.language);
    for (const Field& field : fields()) add_field(field, field.values(article), language);
    add_whole(identity_term(identity));
    add_columns(article, content);
    store_positions();
    guarded(folder_, [&] {
        Xapian::Document document;
        for (const Slot& slot : slots_) {
            const std::string_view term = vocabulary_[slot.term].term;
            document.add_term(std::string{term}, slot.frequency);
        }
        postings_.add_document(document);
    });
    records_.push_back(stored(article));
    words_ += length_;
    text_bytes_ += article.title.size() + article.body.size();
}

BatchFiles BatchBuilder::finish(const Dictionaries& dictionaries) {
    guarded(folder_, [&] {
        postings_.commit_transaction();
        postings_.close();
    });
    write_store(dictionaries);
    return {folder_, articles_, words_, text_bytes_, languages_};
}

void BatchBuilder::write_store(const Dictionaries& dictionaries) {
    Compressor compress{dictionaries};
    for (std::string& record : records_) record = compress(record);
    SectionWriter out{folder_ + "/store"};
    write_documents(out, records_, dictionaries);
    for (const auto& [name, column] : values_) {
        out.begin(column_section(name));
        column.write(out);
    }
    for (const auto& [name, column] : numbers_) {
        out.begin(column_section(name));
        column.write(out);
    }
    write_terms(out);
    out.finish();
}

void BatchBuilder::write_terms(SectionWriter& out) {
    std::vector<TermId> sorted;
    for (TermId id = 0; id < vocabulary_.size(); ++id) {
        if (!vocabulary_[id].positions.empty()) sorted.push_back(id);
    }
    std::sort(sorted.begin(), sorted.end(), [&](TermId left, TermId right) {
        return vocabulary_[left].term < vocabulary_[right].term;
    });
    out.begin(positions_section);
    TableWriter positions{out};
    Stemmer stemmer;
    std::map<std::string, std::vector<std::string>> forms;
    for (const TermId id : sorted) {
        const Vocabulary::Entry& entry = vocabulary_[id];
        positions.add(entry.term, entry.positions.encoded());
        languages_ |= entry.ordinary_in;
        if (entry.ordinary_in == 0 || !may_be_stemmed(entry.term)) continue;
        for (int language = 0; (entry.ordinary_in >> static_cast<unsigned>(language)) != 0;
             ++language) {
            if (((entry.ordinary_in >> static_cast<unsigned>(language)) & 1U) == 0) continue;
            forms[stemmer.key(entry.term, language)].emplace_back(entry.term);
        }
    }
    positions.finish();
    out.begin(stems_section);
    TableWriter stems{out};
    for (const auto& [key, words] : forms) stems.add(key, encoded_forms(words));
    stems.finish();
}

}  // namespace lectern
