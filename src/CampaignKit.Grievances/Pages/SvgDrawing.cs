using System.Globalization;
using System.Text;

namespace CampaignKit.Grievances;

/// <summary>An SVG drawing with a name and a description for those who do not see it. Points are rounded to a tenth, so that it is the same everywhere.</summary>
internal sealed class SvgDrawing
{
    private readonly StringBuilder _svg = new();

    public SvgDrawing(ChartFrame frame, string name, string title, string description)
    {
        var id = $"{name}{frame.Suffix}";
        _svg.Append(
            $"<svg viewBox=\"0 0 {Number(frame.Width)} {Number(frame.Height)}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n<title id=\"{id}-title\">{PageText.Html(title)}</title>\n<desc id=\"{id}-desc\">{PageText.Html(description)}</desc>\n");
    }

    public SvgDrawing Line(string style, double x1, double y1, double x2, double y2)
    {
        _svg.Append($"<path class=\"{style}\" d=\"M{Number(x1)} {Number(y1)}L{Number(x2)} {Number(y2)}\"/>\n");
        return this;
    }

    public SvgDrawing Path(string style, IEnumerable<(double X, double Y)> points, bool isClosed = false)
    {
        var path = string.Join('L', points.Select(p => $"{Number(p.X)} {Number(p.Y)}"));
        if (path.Length > 0)
            _svg.Append($"<path class=\"{style}\" d=\"M{path}{(isClosed ? "Z" : "")}\"/>\n");
        return this;
    }

    /// <summary>A path whose shape is given by offsets from a point, with a name that shows where a pointer rests.</summary>
    public SvgDrawing Mark(string style, string shape, double x, double y, string name)
    {
        _svg.Append($"<path class=\"{style}\" d=\"M{Number(x)} {Number(y)}{shape}\"><title>{PageText.Html(name)}</title></path>\n");
        return this;
    }

    public SvgDrawing Text(string style, double x, double y, string text, string anchor = "start")
    {
        _svg.Append($"<text class=\"{style}\" x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\">{PageText.Html(text)}</text>\n");
        return this;
    }

    public override string ToString() => $"{_svg}</svg>\n";

    private static string Number(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
