#pragma once
// A JSON value as nlohmann's parser reports it piece by piece (its SAX interface).

#include "common/base/json.h"

#include <unordered_map>
#include <vector>

namespace lectern {

/// Builds `root` and stops the parser, by returning false, where there is too much of it. Not the
/// library's own builder: that one compares each member of an object with all before it.
class JsonBuilder {
public:
    JsonBuilder(Json& root, std::size_t depth_limit) : root_{root}, depth_limit_{depth_limit} {}

    const std::string& problem() const { return problem_; }

    /// Which byte, from 0; nothing for a problem of ours, which is where the parser stands.
    std::optional<std::size_t> problem_at() const { return problem_at_; }

    bool null() { return add(nullptr); }

    bool boolean(bool truth) { return add(truth); }

    bool number_integer(std::int64_t number) { return add(number); }

    bool number_unsigned(std::uint64_t number) { return add(number); }

    bool number_float(double number, const std::string& /*spelling*/) { return add(number); }

    bool string(std::string& text) { return add(std::move(text)); }

    static bool binary(const Json::binary_t& /*bytes*/) { return false; }

    bool start_object(std::size_t /*size*/) { return open(Json::object()); }

    bool start_array(std::size_t /*size*/) { return open(Json::array()); }

    bool end_object() { return close(); }

    bool end_array() { return close(); }

    bool key(std::string& name);
    bool parse_error(std::size_t at, const std::string& token, const Json::exception& error);

private:
    struct Open {
        Json* json;
        std::unordered_map<std::string, std::size_t> places;  ///< of its members after the first
    };

    bool add(Json&& json);
    bool open(Json&& json);
    bool close();
    bool fail(std::string problem);
    Json& next_place();

    Json& root_;
    std::size_t depth_limit_;
    std::vector<Open> open_;  ///< from the root in
    Json* added_{};           ///< the last value
    Json* member_{};          ///< of the last key
    std::size_t values_{0};
    std::string problem_;
    std::optional<std::size_t> problem_at_;
};

}  // namespace lectern
