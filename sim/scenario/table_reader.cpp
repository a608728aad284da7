// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/table_reader.h"

namespace mgz {

using geo::InputError;

std::vector<std::string> TableReader::keys() const
{
    std::vector<std::string> out;
    for (const auto& entry : table_.entries)
        out.push_back(entry.key);
    return out;
}

std::string TableReader::text(const std::string& key)
{
    const auto* v = value(key).text();
    if (!v || v->empty()) wrong(key, "text in quotes");
    return *v;
}

double TableReader::number(const std::string& key)
{
    const auto v = value(key).real();
    if (!v || !(*v >= -1e12 && *v <= 1e12)) wrong(key, "a number");
    return *v;
}

int TableReader::year(const std::string& key)
{
    const auto v = value(key).whole();
    if (!v || *v < 1900 || *v > 2200) wrong(key, "a year");
    return static_cast<int>(*v);
}

std::vector<std::string> TableReader::texts(const std::string& key)
{
    std::vector<std::string> out;
    for (const auto& item : list(key)) {
        if (!item.text()) wrong(key, "a list of texts");
        out.push_back(*item.text());
    }
    return out;
}

std::vector<double> TableReader::numbers(const std::string& key)
{
    std::vector<double> out;
    for (const auto& item : list(key)) {
        if (!item.real()) wrong(key, "a list of numbers");
        out.push_back(*item.real());
    }
    return out;
}

void TableReader::done() const
{
    for (const auto& entry : table_.entries) {
        if (asked_.contains(entry.key)) continue;
        std::set<std::string> possible = asked_;
        possible.insert(known_.begin(), known_.end());
        unknown(entry.key, {possible.begin(), possible.end()}, "key");
    }
}

void TableReader::unknown(const std::string& key, const std::vector<std::string>& known,
                          std::string_view kind) const
{
    const auto near = geo::nearest_name(key, known);
    throw InputError(place(key), fmt::format("there is no {} \"{}\"", kind, key),
                     near.empty() ? "give one of: " + geo::joined(known)
                                  : fmt::format("did you mean \"{}\"?", near));
}

void TableReader::wrong(const std::string& key, std::string_view expected) const
{
    throw InputError(place(key), fmt::format("{} has the wrong kind of value", key),
                     fmt::format("give {}", expected));
}

std::int64_t TableReader::whole(const std::string& key, std::int64_t low, std::int64_t high)
{
    const auto v = value(key).whole();
    if (!v) wrong(key, "a whole number");
    if (*v >= low && *v <= high) return *v;
    throw InputError(place(key), fmt::format("{} is {}", key, *v),
                     fmt::format("give {} to {}", low, high));
}

bool TableReader::truth(const std::string& key)
{
    const auto* v = std::get_if<bool>(&value(key).value);
    if (!v) wrong(key, "true or false");
    return *v;
}

TableReader TableReader::table(const std::string& key)
{
    const auto& found = value(key);
    if (!found.table()) wrong(key, "a table");
    return {*found.table(), file_, name_.empty() ? key : name_ + "." + key, found.line};
}

std::vector<TableReader> TableReader::tables(const std::string& key)
{
    std::vector<TableReader> out;
    for (const auto& item : list(key)) {
        if (!item.table()) wrong(key, "a list of tables");
        out.emplace_back(*item.table(), file_, key, item.line);
    }
    return out;
}

std::string TableReader::place() const
{
    return line_ > 0 ? fmt::format("{}, line {}", file_, line_) : file_;
}

std::string TableReader::place(const std::string& key) const
{
    const auto* found = table_.find(key);
    return found && found->line > 0 ? fmt::format("{}, line {}", file_, found->line) : place();
}

const PlainValue& TableReader::value(const std::string& key)
{
    asked_.insert(key);
    if (const auto* found = table_.find(key)) return *found;
    throw InputError(place(), fmt::format("{} has no {}", name_.empty() ? "it" : name_, key));
}

const PlainArray& TableReader::list(const std::string& key)
{
    const auto* items = value(key).array();
    if (!items || items->empty()) wrong(key, "a list");
    return *items;
}

}  // namespace mgz
