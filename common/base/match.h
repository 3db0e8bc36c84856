#pragma once

// A set of functions as one, for std::visit.

namespace lectern {

template <class... Functions>
struct Match : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Match(Functions...) -> Match<Functions...>;

}  // namespace lectern
