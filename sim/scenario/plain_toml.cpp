// SPDX-License-Identifier: EUPL-1.2
// The only file that sees toml++.
#include "sim/scenario/plain_toml.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <toml++/toml.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "geo/check.h"
#include "geo/one_line.h"
#include "sim/core/limits.h"
#include "sim/scenario/file_format.h"
#include "sim/scenario/registry.h"
#include "sim/scenario/toml_depth.h"

namespace mgz {

namespace fs = std::filesystem;
using geo::InputError;

const PlainValue* PlainTable::find(std::string_view key) const
{
    for (const auto& entry : entries) {
        if (entry.key == key) return &entry.value;
    }
    return nullptr;
}

std::optional<std::int64_t> PlainValue::whole() const
{
    const auto* v = std::get_if<std::int64_t>(&value);
    return v ? std::optional(*v) : std::nullopt;
}

std::optional<double> PlainValue::real() const
{
    if (const auto* v = std::get_if<double>(&value)) return *v;
    if (const auto v = whole()) return static_cast<double>(*v);
    return std::nullopt;
}

namespace {

/// Turns what toml++ read into plain values, within the limits.
class Plainer {
public:
    explicit Plainer(const std::string& where) : where_(where) {}

    PlainTable table(const toml::table& table, std::size_t depth) const;

private:
    PlainValue value(const toml::node& node, std::size_t depth) const;
    std::string text(std::string text, const toml::node& node) const;
    void check_depth(const toml::node& node, std::size_t depth) const
    {
        if (depth <= limits::toml_depth) return;
        refuse(node, "tables and lists stand too deep within each other",
               fmt::format("nest them {} deep at most", limits::toml_depth));
    }
    [[noreturn]] void refuse(const toml::node& node, const std::string& wrong,
                             const std::string& right) const
    {
        throw InputError(fmt::format("{}, line {}", where_, node.source().begin.line), wrong,
                         right);
    }

    const std::string& where_;
};

PlainTable Plainer::table(const toml::table& table, std::size_t depth) const
{
    check_depth(table, depth);
    PlainTable out;
    for (const auto& [key, node] : table) {
        if (key.str().size() > limits::key_bytes) {
            refuse(node, fmt::format("a key has {} bytes", key.str().size()),
                   "mgz parameters lists all keys of scenarios");
        }
        out.entries.push_back({std::string(key.str()), value(node, depth)});
    }
    return out;
}

/// Escapes may write what the file itself may not hold, and a terminal would obey.
std::string Plainer::text(std::string text, const toml::node& node) const
{
    if (text.size() > limits::text_bytes) {
        refuse(node, fmt::format("a text has {} bytes", text.size()),
               fmt::format("give {} at most", limits::text_bytes));
    }
    for (const char c : text) {
        if (!geo::is_control(c)) continue;
        refuse(node, fmt::format("a text holds the control character U+{:04X}", c), "leave it out");
    }
    return text;
}

PlainValue Plainer::value(const toml::node& node, std::size_t depth) const
{
    PlainValue out;
    out.line = static_cast<int>(node.source().begin.line);
    if (const auto* inner = node.as_table()) {
        out.value = table(*inner, depth + 1);
    } else if (const auto* array = node.as_array()) {
        check_depth(*array, depth + 1);
        PlainArray items;
        for (const auto& item : *array)
            items.push_back(value(item, depth + 1));
        out.value = std::move(items);
    } else if (auto written = node.value_exact<std::string>()) {
        out.value = text(std::move(*written), node);
    } else if (const auto whole = node.value_exact<std::int64_t>()) {
        out.value = *whole;
    } else if (const auto real = node.value_exact<double>()) {
        out.value = *real;
    } else if (const auto flag = node.value_exact<bool>()) {
        out.value = *flag;
    }
    return out;
}

}  // namespace

static std::string file_text(const std::string& path, std::string_view what, std::string_view hint)
{
    std::error_code code;
    if (!fs::exists(path, code)) {
        throw InputError(path, "there is no such file",
                         fmt::format("give the path of {}{}", what, hint));
    }
    if (!fs::is_regular_file(path, code)) {
        throw InputError(path, "is not a file", fmt::format("give the path of {} in TOML", what));
    }
    if (const auto size = fs::file_size(path, code); !code && size > limits::toml_bytes) {
        throw InputError(path, fmt::format("has {} bytes", size),
                         fmt::format("{} has {} at most", what, limits::toml_bytes));
    }
    std::ifstream in(path, std::ios::binary);
    std::string text;
    try {
        text.assign(std::istreambuf_iterator<char>(in), {});
    } catch (const std::ios_base::failure&) {  // a file of the system may open and not be read
        in.setstate(std::ios::failbit);
    }
    if (!in) throw InputError(path, "cannot be read", "check its permissions");
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!geo::is_control(text[i])) continue;
        const auto line = std::count(text.begin(), text.begin() + static_cast<long>(i), '\n') + 1;
        throw InputError(fmt::format("{}, line {}", path, line),
                         fmt::format("holds the control byte 0x{:02x}", text[i]),
                         fmt::format("{} is plain text in TOML", what));
    }
    return text;
}

PlainTable parse_toml(std::string_view text, const std::string& where)
{
    refuse_deep_keys(text, where);
    try {
        return Plainer(where).table(toml::parse(text, where), 1);
    } catch (const InputError&) {
        throw;
    } catch (const toml::parse_error& e) {
        throw InputError(fmt::format("{}, line {}, column {}", where, e.source().begin.line,
                                     e.source().begin.column),
                         std::string(e.description()), "correct the TOML");
    } catch (const std::exception& e) {
        throw InputError(where, e.what(), "correct the TOML");
    }
}

namespace {

struct TomlWriter {
    std::string operator()(std::monostate) const { return "\"\""; }
    std::string operator()(bool v) const { return v ? "true" : "false"; }
    std::string operator()(std::int64_t v) const { return std::to_string(v); }
    std::string operator()(double v) const { return real_text(v); }
    std::string operator()(const std::string& v) const { return mgz::quoted(v); }
    std::string operator()(const PlainArray& v) const
    {
        std::vector<std::string> items;
        for (const auto& item : v)
            items.push_back(toml_text(item));
        return fmt::format("[{}]", fmt::join(items, ", "));
    }
    std::string operator()(const PlainTable& v) const
    {
        std::vector<std::string> items;
        for (const auto& [key, value] : v.entries)
            items.push_back(fmt::format("{} = {}", mgz::quoted(key), toml_text(value)));
        return fmt::format("{{{}}}", fmt::join(items, ", "));
    }
};

}  // namespace

std::string toml_text(const PlainValue& value)
{
    return std::visit(TomlWriter{}, value.value);
}

PlainTable read_toml(const std::string& path, std::string_view what, std::string_view hint)
{
    auto table = parse_toml(file_text(path, what, hint), path);
    bring_up_to_date(table, path);
    return table;
}

}  // namespace mgz
