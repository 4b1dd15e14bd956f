namespace Yakuba.Legislation;

/// <summary>References that lead nowhere, here and in other enactments at hand.</summary>
internal static class ReferenceChecks
{
    internal static IEnumerable<EnactmentFinding> Find(CheckContext context)
    {
        foreach (var reference in context.References.Where(r => r.State == ReferenceState.Missing))
        {
            yield return EnactmentChecks.MissingReference.At(reference.From, $"「{reference.Text}」の引用先がありません。", reference.Start, reference.Length);
        }

        foreach (var reference in context.References.Where(r => r.State == ReferenceState.Deleted))
        {
            yield return EnactmentChecks.DeletedReference.At(reference.From, $"「{reference.Text}」は削除されています。", reference.Start, reference.Length);
        }

        foreach (var other in context.Others.Where(o => o.Enactment.Name.Length > 0))
        {
            var names = CheckContext.NamesOf(other, context.Enactment);

            // A 附則 speaks of the other enactment as it stood on its own day.
            var missing = context.References.Where(r => r.State == ReferenceState.Elsewhere && r.From.UpTo(ProvisionKind.Supplement) is null && names.Contains(r.Enactment) && r.Targets.Any(t => other.Find(t) is null));
            foreach (var reference in missing)
            {
                yield return EnactmentChecks.MissingElsewhere.At(
                    reference.From, $"{other.Enactment.Name}に「{reference.Text}」がありません。", reference.Start, reference.Length);
            }
        }
    }
}
