#pragma once
// A file of sections for a test, gone with it.

#include "common/segment/sections.h"
#include "tests/support/temporary.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace lectern {

class TemporarySections {
public:
    explicit TemporarySections(const std::function<void(SectionWriter&)>& write) {
        SectionWriter out{path()};
        write(out);
        sha256_ = out.finish();
        file_.emplace(path());
    }

    std::string path() const { return folder_ / "store"; }

    const std::string& sha256() const { return sha256_; }

    const SectionFile& file() const { return *file_; }

    std::string_view operator[](std::string_view name) const { return file_->section(name); }

private:
    TemporaryFolder folder_;
    std::string sha256_;
    std::optional<SectionFile> file_;
};

}  // namespace lectern
