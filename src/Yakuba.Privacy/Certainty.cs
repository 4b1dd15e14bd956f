namespace Yakuba.Privacy;

/// <summary>How sure a reading is; the surer one wins where two overlap.</summary>
public enum Certainty
{
    /// <summary>It has the form, and of a My Number the check digit too; nothing beside it says what it is.</summary>
    Shaped = 1,

    /// <summary>Its check digits are right, or the words beside it support it.</summary>
    Checked = 2,

    /// <summary>A label says what it is.</summary>
    Labelled = 3,
}
