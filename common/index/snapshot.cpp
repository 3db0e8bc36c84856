#include "common/index/snapshot.h"

#include "common/base/error.h"
#include "common/index/guard.h"
#include "common/schema/field.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace lectern {
namespace {

constexpr int tries = 5;

std::vector<Segment> opened(const std::string& folder, const Manifest& manifest) {
    std::vector<Segment> segments;
    segments.reserve(manifest.segments.size());
    for (const SegmentEntry& entry : manifest.segments) segments.emplace_back(folder, entry);
    return segments;
}

}  // namespace

Snapshot::Snapshot(const std::string& folder) : folder_{folder} {
    for (int attempt = 1;; ++attempt) {
        manifest_ = manifest_of_index(folder);
        try {
            segments_ = opened(folder, manifest_);
            return;
        } catch (const Error& error) {
            // A writer may have removed, between our two steps, what it no longer needs.
            const bool moved = manifest_of_index(folder).revision != manifest_.revision;
            if (attempt == tries && !moved) throw;
            if (attempt > 4 * tries) throw;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{attempt});
    }
}

Article Snapshot::article(ArticleRef ref) const {
    return segments_[ref.segment].documents().article(ref.number);
}

std::vector<ArticleRef> Snapshot::with_term(const std::string& term) const {
    std::vector<ArticleRef> refs;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        const Xapian::Database& postings = segments_[i].postings();
        guarded(folder_, [&] {
            for (auto at = postings.postlist_begin(term); at != postings.postlist_end(term); ++at) {
                if (!segments_[i].dead().has(*at)) refs.push_back({i, *at});
            }
        });
    }
    return refs;
}

std::vector<ArticleRef> Snapshot::with_id(std::string_view id) const {
    return with_term(value_term(*find_field("id"), id));
}

std::vector<ArticleRef> Snapshot::with_path(std::string_view path) const {
    return with_term(value_term(*find_field("path"), path));
}

std::string index_folder(const std::string& asked) {
    if (!asked.empty()) return asked;
    if (const char* named = std::getenv("LECTERN_INDEX"); named != nullptr && *named != '\0') {
        return named;
    }
    std::error_code ignored;
    std::string here = ".lectern";
    if (std::filesystem::exists(here, ignored)) return here;
    std::string home;
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') {
        home = data;
    } else if (const char* user = std::getenv("HOME"); user != nullptr) {
        home = std::string{user} + "/.local/share";
    }
    std::string standard = home + "/lectern/default";
    return std::filesystem::exists(standard, ignored) ? standard : here;
}

}  // namespace lectern
