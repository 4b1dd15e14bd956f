namespace Yakuba.Legislation;

/// <summary>Where an enactment writes the 見出し of its articles.</summary>
public enum CaptionPlace
{
    /// <summary>On a line of its own above the article, as acts and ordinances do.</summary>
    Above,

    /// <summary>Behind the number: 第一条（目的）　この規程は…, as contracts and some 要綱 do.</summary>
    BehindNumber,
}
