namespace Yakuba.Office.Library.Reorganise;

/// <summary>A plan for programs.</summary>
/// <param name="Plan">Tells this plan from others; sent back, it makes sure that what is done is what was shown.</param>
/// <param name="Kind">Key of the kind.</param>
/// <param name="From">Codes of the sections.</param>
/// <param name="Into">Code of the section that takes over; empty where none does.</param>
/// <param name="Day">From when.</param>
/// <param name="Documents">Documents that get another owner.</param>
/// <param name="People">People who move.</param>
/// <param name="Shares">Documents of other sections whose readers change.</param>
/// <param name="Staying">Documents that a split leaves where they are.</param>
internal sealed record PlanJson(string Plan, string Kind, IReadOnlyList<string> From, string Into, DateOnly Day, int Documents, int People, int Shares, int Staying)
{
    internal static PlanJson Of(ReorganisationPlan plan) => new(
        plan.Fingerprint, plan.Request.Kind.ToKey(), plan.Request.From, plan.Request.Into, plan.Request.Day, plan.Documents, plan.People, plan.Shares, plan.Staying);
}

/// <summary>A reorganisation for programs.</summary>
/// <param name="Number">Its number.</param>
/// <param name="State"><c>waiting</c>, <c>done</c>, <c>undone</c>, <c>cancelled</c> or <c>refused</c>.</param>
/// <param name="Kind">Key of the kind.</param>
/// <param name="From">Codes of the sections.</param>
/// <param name="Into">Code of the section that takes over; empty where none does.</param>
/// <param name="Name">The new name; may be empty.</param>
/// <param name="Day">From when.</param>
/// <param name="Documents">Documents that it moved or shared anew.</param>
/// <param name="People">People whom it moved.</param>
/// <param name="Problem">Why it could not be done on its day; may be empty.</param>
internal sealed record ReorganisationJson(
    long Number, string State, string Kind, IReadOnlyList<string> From, string Into, string Name, DateOnly Day, long Documents, long People, string Problem)
{
    internal static ReorganisationJson Of(KeptReorganisation kept) => new(
        kept.Number, kept.State, kept.Request.Kind.ToKey(), kept.Request.From, kept.Request.Into, kept.Request.Name, kept.Request.Day, kept.Documents, kept.People, kept.Problem);
}
