#include "indexer/ingest/inventory.h"

#include "common/base/file.h"

#include <algorithm>
#include <set>
#include <utility>

namespace lectern {
namespace {

std::string suffix_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::size_t dot = path.rfind('.');
    const bool has = dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
    return has ? path.substr(dot) : "(no suffix)";
}

const Format* format_for(const FoundFile& file, const IngestOptions& options) {
    if (!options.format.empty()) return find_format(options.format);
    if (const Format* format = format_of(file.path, {})) return format;
    constexpr std::uint64_t head_bytes = 4096;
    try {
        return format_of(file.path, InputFile{file.path}.read(0, head_bytes));
    } catch (const Error&) {
        return nullptr;
    }
}

/// Whether a stored path is one that could not be read, or lies below one.
class Unreadable {
public:
    Unreadable(const Found& found, const std::string& index) : paths_{found.unreadable} {
        for (const std::string& path : paths_) folders_.emplace_back(path, index);
    }

    bool has(const std::string& path) const {
        return std::find(paths_.begin(), paths_.end(), path) != paths_.end() ||
               std::any_of(folders_.begin(), folders_.end(),
                           [&](const StoredFolder& folder) { return folder.holds(path); });
    }

private:
    const std::vector<std::string>& paths_;
    std::vector<StoredFolder> folders_;
};

/// The files of the catalogue below a root that are no longer there, and whether any are.
struct Below {
    std::vector<std::string> missing;
    bool some_left{false};
};

Below files_below(const StoredFolder& root,
                  const std::set<std::string>& here,
                  const Unreadable& unreadable,
                  const Catalogue& catalogue) {
    Below files;
    files.some_left = std::any_of(here.begin(), here.end(),
                                  [&](const std::string& path) { return root.holds(path); });
    for (const auto& [path, record] : catalogue.files()) {
        if (!root.holds(path) || here.contains(path)) continue;
        const bool kept = unreadable.has(path);
        if (!kept) files.missing.push_back(path);
        files.some_left = files.some_left || kept;
    }
    return files;
}

void find_vanished(const IngestOptions& options,
                   const std::string& index,
                   const Found& found,
                   const Catalogue& catalogue,
                   Inventory& inventory) {
    std::set<std::string> here;
    std::set<std::string> vanished;
    for (const FoundFile& file : found.files) here.insert(file.stored);
    const Unreadable unreadable{found, index};
    for (const std::string& root : options.roots) {
        const std::string stored = stored_path(root, index);
        Below files = files_below(StoredFolder{stored, index}, here, unreadable, catalogue);
        if (files.some_left || files.missing.empty()) {
            vanished.insert(files.missing.begin(), files.missing.end());
            continue;
        }
        inventory.report.problems.push_back(
            {stored, "holds no files now, where " + std::to_string(files.missing.size()) +
                         " were: nothing was removed (to remove them: lectern-index remove PATH)"});
        ++inventory.report.failed;
    }
    inventory.vanished.assign(vanished.begin(), vanished.end());
}

}  // namespace

Inventory take_inventory(const IngestOptions& options, const Writer& writer) {
    Inventory inventory;
    const Found found = find_files(options.roots, writer.folder());
    const Catalogue catalogue = writer.catalogue();
    inventory.report.problems = found.problems;
    inventory.report.failed = found.problems.size();
    inventory.report.passed_over = found.passed_over;
    for (const FoundFile& file : found.files) {
        const FileRecord* known = catalogue.find(file.stored);
        if (known != nullptr && known->state == file.state && !options.full) {
            inventory.report.unchanged += known->articles;
            inventory.records += known->articles + known->problems;
            continue;
        }
        const Format* format = format_for(file, options);
        if (format == nullptr) {
            ++inventory.report.skipped[suffix_of(file.stored)];
            continue;
        }
        inventory.work.push_back({file, format});
        inventory.bytes += file.state.bytes;
    }
    find_vanished(options, writer.folder(), found, catalogue, inventory);
    return inventory;
}

}  // namespace lectern
