#pragma once
// The styles, each in the file of its name.

#include "searcher/show/show.h"

namespace lectern {

void show_text(const Response& response, const Showing& showing, std::ostream& out);
void show_json(const Response& response, const Showing& showing, std::ostream& out);
void show_jsonl(const Response& response, const Showing& showing, std::ostream& out);
void show_csv(const Response& response, const Showing& showing, std::ostream& out);
void show_tsv(const Response& response, const Showing& showing, std::ostream& out);

}  // namespace lectern
