#include "common/segment/documents.h"

#include "common/base/bytes.h"
#include "common/base/error.h"

#include <zdict.h>
#include <zstd.h>

#include <array>
#include <new>
#include <numeric>

namespace lectern {
namespace {

constexpr int level = 3;
constexpr std::size_t dictionary_bytes = 64U << 10U;
constexpr std::size_t most_record_bytes = 1U << 30U;

/// The members that are plain text, in the order they are stored; the first byte of each is its
/// place here plus one.
constexpr auto texts = std::to_array<std::string Article::*>(
    {&Article::id, &Article::title, &Article::body, &Article::outlet, &Article::dateline,
     &Article::language, &Article::section, &Article::url, &Article::type});

enum Tag : std::uint8_t { Author = 64, Person, Note, Published, Path, Record };

constexpr auto person_texts = std::to_array<std::string Spokesperson::*>(
    {&Spokesperson::name, &Spokesperson::rank, &Spokesperson::role, &Spokesperson::organization,
     &Spokesperson::abbreviation});

void put_tagged(std::string& bytes, std::uint8_t tag, std::string_view text) {
    put_varint(bytes, tag);
    put_text(bytes, text);
}

std::string moment_bytes(const Moment& moment) {
    std::string bytes;
    put_fixed(bytes, moment.day);
    put_fixed(bytes, moment.utc_seconds);
    put_fixed(bytes, moment.offset_minutes);
    put_fixed(bytes, static_cast<std::uint8_t>(moment.has_time ? 1 : 0));
    put_fixed(bytes, static_cast<std::uint8_t>(moment.has_zone ? 1 : 0));
    return bytes;
}

Moment moment_of(std::string_view bytes) {
    ByteReader reader{bytes};
    Moment moment;
    moment.day = reader.fixed<DayNumber>();
    moment.utc_seconds = reader.fixed<std::int64_t>();
    moment.offset_minutes = reader.fixed<std::int32_t>();
    moment.has_time = reader.fixed<std::uint8_t>() != 0;
    moment.has_zone = reader.fixed<std::uint8_t>() != 0;
    return moment;
}

std::string person_bytes(const Spokesperson& person) {
    std::string bytes;
    for (const auto text : person_texts) put_text(bytes, person.*text);
    return bytes;
}

Spokesperson person_of(std::string_view bytes) {
    ByteReader reader{bytes};
    Spokesperson person;
    for (const auto text : person_texts) person.*text = reader.text();
    return person;
}

void restore_part(Article& article, std::uint64_t tag, std::string_view text) {
    if (tag >= 1 && tag <= texts.size()) article.*texts[tag - 1] = text;
    if (tag == Author) article.authors.emplace_back(text);
    if (tag == Person) article.spokespersons.push_back(person_of(text));
    if (tag == Note) article.notes.emplace_back(text);
    if (tag == Published) article.published = moment_of(text);
    if (tag == Path) article.source.path = text;
    if (tag == Record) article.source.record = ByteReader{text}.varint();
}

}  // namespace

std::string stored(const Article& article) {
    std::string bytes;
    bytes.reserve(article.body.size() + article.title.size() + 256);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string& text = article.*texts[i];
        if (!text.empty()) put_tagged(bytes, static_cast<std::uint8_t>(i + 1), text);
    }
    for (const std::string& author : article.authors) put_tagged(bytes, Author, author);
    for (const Spokesperson& person : article.spokespersons) {
        put_tagged(bytes, Person, person_bytes(person));
    }
    for (const std::string& note : article.notes) put_tagged(bytes, Note, note);
    if (article.published) put_tagged(bytes, Published, moment_bytes(*article.published));
    put_tagged(bytes, Path, article.source.path);
    std::string record;
    put_varint(record, article.source.record);
    put_tagged(bytes, Record, record);
    return bytes;
}

Article restored(std::string_view bytes) {
    Article article;
    ByteReader reader{bytes};
    while (!reader.at_end()) {
        const std::uint64_t tag = reader.varint();
        restore_part(article, tag, reader.text());
    }
    return article;
}

Dictionaries trained_dictionary(std::span<const std::string> records) {
    std::string samples;
    std::vector<std::size_t> sizes;
    for (const std::string& record : records) {
        if (samples.size() >= dictionary_training_bytes) break;
        samples += record;
        sizes.push_back(record.size());
    }
    std::string dictionary(dictionary_bytes, '\0');
    const std::size_t made =
        ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
                              static_cast<unsigned>(sizes.size()));
    if (ZDICT_isError(made) != 0) return {};
    dictionary.resize(made);
    return {{ZDICT_getDictID(dictionary.data(), dictionary.size()), dictionary}};
}

struct Compressor::Private {
    ZSTD_CCtx* context{ZSTD_createCCtx()};
    ZSTD_CDict* dictionary{nullptr};
    std::string frame;
};

Compressor::Compressor(const Dictionaries& dictionaries) : private_{std::make_unique<Private>()} {
    if (private_->context == nullptr) throw std::bad_alloc{};
    if (!dictionaries.empty()) {
        const std::string& bytes = dictionaries.begin()->second;
        private_->dictionary = ZSTD_createCDict(bytes.data(), bytes.size(), level);
    }
}

Compressor::~Compressor() {
    ZSTD_freeCDict(private_->dictionary);
    ZSTD_freeCCtx(private_->context);
}

std::string_view Compressor::operator()(std::string_view record) {
    std::string& frame = private_->frame;
    frame.resize(ZSTD_compressBound(record.size()));
    const std::size_t bytes =
        private_->dictionary != nullptr
            ? ZSTD_compress_usingCDict(private_->context, frame.data(), frame.size(), record.data(),
                                       record.size(), private_->dictionary)
            : ZSTD_compressCCtx(private_->context, frame.data(), frame.size(), record.data(),
                                record.size(), level);
    if (ZSTD_isError(bytes) != 0) throw Error{Fault::Internal, ZSTD_getErrorName(bytes)};
    return std::string_view{frame}.substr(0, bytes);
}

void write_documents(SectionWriter& out,
                     std::span<const std::string> frames,
                     const Dictionaries& dictionaries) {
    out.begin("documents");
    std::string ends;
    for (const std::string& frame : frames) {
        out.write(frame);
        put_fixed(ends, out.section_bytes());
    }
    write_document_index(out, ends, dictionaries);
}

void write_document_index(SectionWriter& out,
                          std::string_view ends,
                          const Dictionaries& dictionaries) {
    out.begin("documents.ends");
    out.write(ends);
    out.begin("documents.dictionaries");
    std::string listed;
    for (const auto& [id, bytes] : dictionaries) {
        put_fixed(listed, id);
        put_text(listed, bytes);
    }
    out.write(listed);
}

struct Documents::Private {
    const SectionFile* file{nullptr};
    std::string_view frames;
    std::string_view ends;
    Dictionaries dictionaries;
    std::map<std::uint32_t, ZSTD_DDict*> prepared;  // made when first needed
    ZSTD_DCtx* context{ZSTD_createDCtx()};

    Private() = default;
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    ~Private() {
        for (const auto& [id, dictionary] : prepared) ZSTD_freeDDict(dictionary);
        ZSTD_freeDCtx(context);
    }

    /// Where the frame of that article ends; the first begins at 0.
    std::uint64_t end(ArticleNumber number) const {
        if (number == 0) return 0;
        return ByteReader{ends.substr((number - 1) * sizeof(std::uint64_t))}.fixed<std::uint64_t>();
    }

    const ZSTD_DDict* dictionary_of(std::string_view frame) {
        const std::uint32_t id = ZSTD_getDictID_fromFrame(frame.data(), frame.size());
        const auto found = dictionaries.find(id);
        if (id == 0 || found == dictionaries.end()) return nullptr;
        ZSTD_DDict*& made = prepared[id];
        if (made == nullptr) made = ZSTD_createDDict(found->second.data(), found->second.size());
        return made;
    }
};

Documents::Documents(const SectionFile& file) : private_{std::make_unique<Private>()} {
    private_->file = &file;
    private_->frames = file.section("documents");
    private_->ends = file.section("documents.ends");
    ByteReader reader{file.section("documents.dictionaries")};
    while (!reader.at_end()) {
        const auto id = reader.fixed<std::uint32_t>();
        private_->dictionaries[id] = reader.text();
    }
    if (!reader.ok()) throw file.damaged("its dictionaries make no sense");
}

Documents::Documents(Documents&&) noexcept = default;
Documents& Documents::operator=(Documents&&) noexcept = default;
Documents::~Documents() = default;

ArticleNumber Documents::count() const {
    return static_cast<ArticleNumber>(private_->ends.size() / sizeof(std::uint64_t));
}

std::string_view Documents::frame(ArticleNumber number) const {
    if (number == 0 || number > count()) throw private_->file->damaged("an article is missing");
    const std::uint64_t begin = private_->end(number - 1);
    const std::uint64_t end = private_->end(number);
    if (begin > end || end > private_->frames.size()) {
        throw private_->file->damaged("an article lies outside it");
    }
    return private_->frames.substr(begin, end - begin);
}

Article Documents::article(ArticleNumber number) const {
    return restored(record(number));
}

std::string Documents::record(ArticleNumber number) const {
    const std::string_view bytes = frame(number);
    const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size > most_record_bytes)
        throw private_->file->damaged("an article cannot be decompressed");
    std::string record(size, '\0');
    const std::size_t got =
        ZSTD_decompress_usingDDict(private_->context, record.data(), record.size(), bytes.data(),
                                   bytes.size(), private_->dictionary_of(bytes));
    if (ZSTD_isError(got) != 0 || got != size) {
        throw private_->file->damaged("an article cannot be decompressed");
    }
    return record;
}

const Dictionaries& Documents::dictionaries() const {
    return private_->dictionaries;
}

}  // namespace lectern
