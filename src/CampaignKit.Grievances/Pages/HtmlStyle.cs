namespace CampaignKit.Grievances;

/// <summary>How the page looks: what differs in charts differs in shape, dash or label, and never in colour alone.</summary>
internal static class HtmlStyle
{
    public const string Css =
        """

        :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --band: #dbe7f5; --mark: #0a4f9e; --warn: #9a3412; --head: #f3f5f7; --shade: #1b1f2480; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #14181d; --ink: #e6edf3; --soft: #9aa5b1; --line: #3a424c; --band: #1f3854; --mark: #79b8ff; --warn: #ffb38a; --head: #1d232a; --shade: #e6edf361; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", "Noto Sans", sans-serif; }
        main { max-width: 66rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
        h2 { font-size: 1.2rem; margin: 2.2rem 0 .5rem; padding-top: .6rem; border-top: 1px solid var(--line); }
        p, li, figcaption { max-width: 48rem; overflow-wrap: anywhere; }
        nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0; padding: 0; list-style: none; }
        a { color: var(--mark); }
        :focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
        figure { margin: 1rem 0; }
        figcaption { color: var(--soft); font-size: .9rem; }
        .scroll {
          overflow-x: auto;
          background:
            linear-gradient(to right, var(--paper) 1rem, transparent) 0 0 / 2rem 100% no-repeat local,
            linear-gradient(to left, var(--paper) 1rem, transparent) 100% 0 / 2rem 100% no-repeat local,
            linear-gradient(to right, var(--shade), transparent) 0 0 / .8rem 100% no-repeat scroll,
            linear-gradient(to left, var(--shade), transparent) 100% 0 / .8rem 100% no-repeat scroll;
        }
        table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        caption { text-align: start; font-weight: 600; padding: .8rem 0 .3rem; position: sticky; left: 0; }
        th, td { padding: .28rem .7rem .28rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); white-space: nowrap; }
        thead th { background: var(--head); vertical-align: bottom; white-space: normal; min-width: 4.2rem; }
        thead th:first-child, tbody th { padding-left: .4rem; }
        tbody th { font-weight: 400; white-space: normal; }
        tbody th bdi { display: inline-block; min-width: 5rem; max-width: 16rem; overflow-wrap: break-word; }
        .number { text-align: end; }
        td.number, .unbroken { white-space: nowrap; }
        @media (max-width: 30rem) { tbody th bdi { max-width: 7.5rem; } }
        details { margin: .8rem 0; }
        summary { cursor: pointer; font-weight: 600; }
        details caption { display: none; }
        svg { display: block; width: 100%; min-width: 40rem; max-width: 60rem; height: auto; font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", "Noto Sans", sans-serif; }
        .narrow { display: none; }
        .narrow svg { min-width: 22rem; max-width: 32rem; }
        @media screen and (max-width: 42rem) {
          .wide { display: none; }
          .narrow { display: block; }
        }
        svg text { fill: var(--ink); }
        svg .soft { fill: var(--soft); }
        svg .bold { font-weight: 600; }
        svg .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
        svg .axis { stroke: var(--soft); fill: none; }
        svg .grid { stroke: var(--line); fill: none; }
        svg .centre { stroke: var(--ink); stroke-width: 1.5; fill: none; }
        svg .inner { stroke: var(--soft); stroke-dasharray: 2 4; fill: none; }
        svg .outer { stroke: var(--soft); stroke-dasharray: 8 4; fill: none; }
        svg .band { fill: var(--band); stroke: var(--soft); stroke-width: .8; stroke-dasharray: 1 2; }
        svg .link { stroke: var(--mark); stroke-width: 1; fill: none; opacity: .6; }
        svg .dot { fill: var(--paper); stroke: var(--mark); stroke-width: 1.5; }
        svg .out { fill: var(--warn); stroke: var(--warn); stroke-width: 1.5; }
        svg .near { fill: var(--paper); stroke: var(--warn); stroke-width: 1.8; }
        svg .few { fill: none; stroke: var(--soft); }
        svg .lead { stroke: var(--soft); stroke-width: .8; fill: none; }
        svg .curve { fill: none; stroke: var(--mark); stroke-width: 1.8; }
        svg .whole { fill: none; stroke: var(--ink); stroke-width: 2.6; }
        svg .dash-1 { stroke-dasharray: 9 3; }
        svg .dash-2 { stroke-dasharray: 3 3; }
        svg .dash-3 { stroke-dasharray: 10 3 2 3; }
        @media print {
          :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --band: #ddd; --mark: #003a7d; --warn: #7a2400; --head: #eee; }
          body { font-size: 10pt; }
          main { max-width: none; padding: 0; }
          nav { display: none; }
          svg { min-width: 0; }
          table { font-size: 8pt; }
          th, td { white-space: normal; padding-right: .4rem; }
          thead th { min-width: 0; }
          tbody th bdi { min-width: 0; max-width: 8rem; }
          .scroll { overflow: visible; background: none; }
          figure, tr { break-inside: avoid; }
          h2 { break-after: avoid; }
        }

        """;
}
