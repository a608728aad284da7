// SPDX-License-Identifier: EUPL-1.2
#include "tools/map_command.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/output/output_file.h"
#include "sim/picture/layout.h"
#include "sim/picture/paint.h"
#include "tools/log.h"
#include "tools/stopwatch.h"

namespace mgz::cli {

using geo::InputError;

namespace {

enum class Format : unsigned char { png, svg, pdf };

Format format_of(const std::string& path)
{
    const std::string extension = geo::lower(std::filesystem::path(path).extension().string());
    if (extension == ".png") return Format::png;
    if (extension == ".svg") return Format::svg;
    if (extension == ".pdf") return Format::pdf;
    throw InputError(path, "is no kind of picture that mgz makes",
                     "end its name in .png, .svg or .pdf");
}

/// Points of the page, and pixels of a PNG for each.
struct Size {
    double points, pixels_per_point;
};

constexpr double paper_dpi = 300, least_mm = 60, most_mm = 600, least_px = 300, most_px = 8000;

/// A width on paper sets text at its size there; a width in pixels enlarges the usual picture.
Size size_of(const std::string& width, double natural)
{
    constexpr double usual_dpi = 220;
    if (width.empty()) return {natural, usual_dpi / 72};
    double value = 0;
    const char* end = width.data() + width.size();
    const auto read = std::from_chars(width.data(), end, value);
    const std::string unit(read.ptr, end);
    if (read.ec == std::errc{} && unit == "mm" && value >= least_mm && value <= most_mm)
        return {value * picture::points_per_mm, paper_dpi / 72};
    if (read.ec == std::errc{} && unit == "px" && value >= least_px && value <= most_px)
        return {natural, value / natural};
    throw InputError("--width", fmt::format("'{}' is no width of a picture", width),
                     fmt::format("give {:g}mm to {:g}mm, or {:g}px to {:g}px", least_mm, most_mm,
                                 least_px, most_px));
}

}  // namespace

int draw_map(const MapArguments& arguments)
{
    const Format format = format_of(arguments.out);
    size_of(arguments.width, 1);  // what is wrong with it shall be said first
    const report::Folder folder = report::open_folder(arguments.folder);
    OutputFile out(arguments.out, arguments.force ? Existing::replace : Existing::refuse);
    Stopwatch watch;
    const picture::Picture picture = picture::read_map(folder, arguments.request);
    log_info(fmt::format("reading: {:.2f} s", watch.lap()));
    const Size size = size_of(arguments.width, picture::natural_width(picture));
    const picture::Typesetter typesetter;
    const picture::Drawing drawing = picture::lay_out(picture, size.points, typesetter);
    if (format == Format::png)
        out.append(picture::png(drawing, size.pixels_per_point));
    else if (format == Format::pdf)
        out.append(picture::pdf(drawing));
    else
        out.append(picture::svg(drawing));
    out.publish();
    log_info(fmt::format("drawing: {:.2f} s", watch.lap()));
    return 0;
}

}  // namespace mgz::cli
