namespace Yakuba.Text;

/// <summary>What stretch of time an expression names.</summary>
public enum DateKind
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A fiscal year (年度), 1 April to 31 March.</summary>
    FiscalYear,

    /// <summary>From one date to another (4月1日から6月30日まで), or a third of a month (4月上旬).</summary>
    Range,
}
