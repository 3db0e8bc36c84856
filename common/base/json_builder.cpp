#include "common/base/json_builder.h"

#include <algorithm>
#include <utility>

namespace lectern {
namespace {

/// Objects with more members than this find double names by hash rather than by looking at each.
constexpr std::size_t many_members = 16;

/// The library's words without their frame: `[…] syntax error while … - REASON; last read: …`.
std::string reason(const Json::exception& error) {
    constexpr int number_overflow = 406;
    if (error.id == number_overflow) return "number out of range";
    std::string_view words = error.what();
    const std::size_t begin = words.find(" - ");
    if (begin != std::string_view::npos) words.remove_prefix(begin + 3);
    return std::string{words.substr(0, words.find(';'))};
}

}  // namespace

/// Members keep the order of appearance; a name seen before gets the new value.
bool JsonBuilder::key(std::string& name) {
    Json::object_t::Container& members = open_.back().json->get_ref<Json::object_t&>();
    const std::size_t few = std::min(members.size(), many_members);
    std::size_t place = 0;
    while (place < few && members[place].first != name) ++place;
    if (place == many_members) {
        place = open_.back().places.try_emplace(name, members.size()).first->second;
    }
    if (place == members.size()) members.emplace_back(std::move(name), nullptr);
    member_ = &members[place].second;
    return true;
}

bool JsonBuilder::parse_error(std::size_t at,
                              const std::string& /*token*/,
                              const Json::exception& error) {
    problem_at_ = at - 1;
    return fail(reason(error));
}

bool JsonBuilder::add(Json&& json) {
    if (++values_ > max_json_values) return fail("too many values");
    added_ = &next_place();
    *added_ = std::move(json);
    return true;
}

bool JsonBuilder::open(Json&& json) {
    if (open_.size() >= depth_limit_) return fail("nested too deeply");
    if (!add(std::move(json))) return false;
    open_.push_back({added_, {}});
    return true;
}

bool JsonBuilder::close() {
    open_.pop_back();
    return true;
}

bool JsonBuilder::fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
}

Json& JsonBuilder::next_place() {
    if (open_.empty()) return root_;
    Json& json = *open_.back().json;
    return json.is_array() ? json.emplace_back() : *member_;
}

}  // namespace lectern
