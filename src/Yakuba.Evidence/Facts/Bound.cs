namespace Yakuba.Evidence;

/// <summary>How a value limits: the comparator tied to a number, date or time.</summary>
public enum Bound
{
    /// <summary>The value itself.</summary>
    Exact,

    /// <summary>About the value: 約, 程度, おおむね.</summary>
    About,

    /// <summary>The value or more, or from it on: 以上, から, 以降, 最低.</summary>
    AtLeast,

    /// <summary>The value or less, or up to it: 以下, 以内, まで, 以前, 最大, 上限.</summary>
    AtMost,

    /// <summary>Less than the value: 未満, に満たない.</summary>
    Below,

    /// <summary>More than the value: 超, を超える, を過ぎる.</summary>
    Above,
}
