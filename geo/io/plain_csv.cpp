// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/plain_csv.h"

#include <cpl_string.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "geo/io/open.h"
#include "geo/text.h"

namespace geo::io {

namespace fs = std::filesystem;

namespace {

/// The whole file; nothing where GDAL would read more than the file, or another one.
std::optional<std::string> text_of(const std::string& where, std::uintmax_t most_bytes)
{
    const fs::path path(where);
    std::error_code error;
    if (lower(path.extension().string()) != ".csv" || where.starts_with("/vsi")) return {};
    if (!fs::is_regular_file(path, error)) return {};
    if (fs::exists(fs::path(path).replace_extension("csvt"), error)) return {};  // types of columns
    const auto size = fs::file_size(path, error);
    std::ifstream stream(path, std::ios::binary);
    if (error || !stream || size > most_bytes) return {};
    std::string text(size, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(size));
    if (!stream) return {};
    return text;
}

std::optional<std::vector<std::string>> names_of(std::string_view header)
{
    // Other separators make GDAL wonder which one is meant; quotes, blanks and a byte order mark it
    // takes away.
    constexpr std::string_view strange = ";\t|\"\r \xEF";
    if (header.find_first_of(strange) != header.npos) return {};
    std::vector<std::string> names, small;
    for (std::size_t from = 0; from <= header.size();) {
        const auto to = std::min(header.find(',', from), header.size());
        names.emplace_back(header.substr(from, to - from));
        small.push_back(lower(names.back()));
        from = to + 1;
    }
    std::sort(small.begin(), small.end());
    const bool twice = std::adjacent_find(small.begin(), small.end()) != small.end();
    if (names.size() < 2 || twice || small.front().empty()) return {};
    return names;
}

/// Fields one after another, from the line after the header.
class Fields {
public:
    explicit Fields(std::string_view rest) : at_(rest.data()), end_(rest.data() + rest.size()) {}

    bool done() const { return at_ == end_; }
    /// Whether the field just read was the last of its line.
    bool line_ended() const { return line_ended_; }

    /// Reads the next field into `field`, which is good until the next call. False: not plain.
    bool next(std::string_view& field)
    {
        return at_ != end_ && *at_ == '"' ? next_quoted(field) : next_bare(field);
    }

private:
    bool next_bare(std::string_view& field)
    {
        const char* from = at_;
        unsigned char all = 0;
        for (; at_ != end_ && *at_ != ',' && *at_ != '\n'; ++at_) {
            if (*at_ == '"' || *at_ == '\r' || *at_ == '\0') return false;
            all |= static_cast<unsigned char>(*at_);
        }
        field = {from, static_cast<std::size_t>(at_ - from)};
        return is_utf8(field, all) && pass_end();
    }

    bool next_quoted(std::string_view& field)
    {
        unquoted_.clear();
        unsigned char all = 0;
        for (++at_;; ++at_) {
            if (at_ == end_ || *at_ == '\n' || *at_ == '\r' || *at_ == '\0') return false;
            if (*at_ == '"' && (++at_ == end_ || *at_ != '"')) break;
            all |= static_cast<unsigned char>(*at_);
            unquoted_ += *at_;
        }
        field = unquoted_;
        return is_utf8(field, all) && pass_end();
    }

    bool pass_end()
    {
        line_ended_ = at_ == end_ || *at_ == '\n';
        if (at_ == end_) return true;
        return *at_ == ',' || *at_ == '\n' ? (++at_, true) : false;
    }

    static bool is_utf8(std::string_view field, unsigned char all)
    {
        return all < 0x80 || CPLIsUTF8(field.data(), static_cast<int>(field.size()));
    }

    const char* at_;
    const char* end_;
    bool line_ended_ = false;
    std::string unquoted_;
};

/// Which column of the file goes where: places_[column] is where, or nowhere.
class Picked {
public:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    Picked(const std::vector<std::string>& names, const Source& source)
        : wanted_(source.columns.size() + source.optional_columns.size()),
          places_(names.size(), nowhere)
    {
        for (const auto& name : source.columns)
            pick(names, name, true);
        for (const auto& name : source.optional_columns)
            pick(names, name, false);
    }

    /// Every column is there, and none is asked for twice.
    bool good() const { return good_; }

    /// The next line. False: not plain.
    bool read_row(Fields& fields, std::vector<Value>& values) const
    {
        values.resize(wanted_);
        std::string_view field;
        for (std::size_t column = 0; column < places_.size(); ++column) {
            if (!fields.next(field)) return false;
            if (fields.line_ended() != (column + 1 == places_.size())) return false;
            if (places_[column] != nowhere && !field.empty())
                values[places_[column]].emplace<std::string>(field);
        }
        return true;
    }

private:
    void pick(const std::vector<std::string>& names, const std::string& name, bool required)
    {
        const int column = find_column(names, name);
        if (column < 0) {
            good_ = good_ && !required;
        } else {
            auto& place = places_[static_cast<std::size_t>(column)];
            good_ = good_ && place == nowhere;
            place = next_;
        }
        ++next_;
    }

    std::size_t wanted_;
    std::size_t next_ = 0;
    std::vector<std::size_t> places_;
    bool good_ = true;
};

}  // namespace

std::optional<Read> read_plain_csv(const Source& source, const LayerLimits& limits)
{
    if (source.kind != GeometryKind::none) return {};
    const auto text = text_of(source.where, limits.bytes);
    if (!text) return {};
    const auto header = std::string_view(*text).substr(0, text->find('\n'));
    const auto names = names_of(header);
    if (!names || names->size() > limits.columns) return {};
    if (std::any_of(names->begin(), names->end(),
                    [&](const std::string& name) { return name.size() > limits.name_bytes; }))
        return {};
    const Picked picked(*names, source);
    if (!picked.good()) return {};

    Read read;
    read.layer.name = fs::path(source.where).stem().string();
    for (const auto* list : {&source.columns, &source.optional_columns}) {
        for (const auto& name : *list)
            read.layer.columns.push_back({name, ColumnType::text});
    }
    Fields fields(std::string_view(*text).substr(std::min(header.size() + 1, text->size())));
    while (!fields.done()) {
        if (read.layer.features.size() == limits.features) return {};
        auto& values = read.layer.features.emplace_back().values;
        if (!picked.read_row(fields, values)) return {};
        if (std::any_of(values.begin(), values.end(), [&](const Value& value) {
                const auto* written = std::get_if<std::string>(&value);
                return written && (written->size() > limits.text_bytes || has_control(*written));
            }))
            return {};
    }
    return read;
}

}  // namespace geo::io
