using Yakuba.Platform;

namespace Yakuba.Office.Ask.HandOver;

/// <summary>What can stand in the way of a handover.</summary>
public static class HandoverProblems
{
    /// <summary>The period is the wrong way round, unreadable or too long.</summary>
    public static readonly Problem Days = new("handover-days", 400, "期間を読み取れません。初日と末日を 2026-04-01 の形で、初日が先になるように、3年以内で指定してください。");

    /// <summary>The reader does not belong to the section.</summary>
    public static readonly Problem NotYourSection = new("handover-not-your-section", 403, "引継ぎを作れるのは、自分が所属する課だけです。その課の職員に依頼してください。");

    /// <summary>No such form of export.</summary>
    public static readonly Problem Form = new("handover-form", 400, "書き出す形は csv、json、html のいずれかにしてください。");
}
