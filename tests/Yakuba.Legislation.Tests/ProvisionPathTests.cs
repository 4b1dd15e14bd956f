using Yakuba.Legislation;

namespace Yakuba.Legislation.Tests;

/// <summary>Places as text, both ways.</summary>
public sealed class ProvisionPathTests
{
    [Theory]
    [InlineData("第十二条の二第一項第三号イ", "第12条の2第1項第3号イ")]
    [InlineData("12条の2", "第12条の2")]
    [InlineData("第１２条第２項(1)", null)]
    [InlineData("第３条第１号ア(ア)", "第3条第1号ア(ア)")]
    [InlineData("附則第二項", "附則第2項")]
    [InlineData("附則（平成十二年条例第五号）第三条", "附則(平成12年条例第5号)第3条")]
    [InlineData("別表第一", "別表第1")]
    [InlineData("様式第1号", "様式第1号")]
    [InlineData("第二編第一章第三節", "第2編第1章第3節")]
    [InlineData("第3条から第5条まで", "第3条から第5条まで")]
    [InlineData("だいさんじょう", null)]
    [InlineData("", null)]
    public void A_path_in_any_writing_has_one_normal_form(string text, string? normal) =>
        Assert.Equal(normal, ProvisionPath.Parse(text)?.ToString());

    [Fact]
    public void Every_place_of_every_real_text_is_read_back_and_found()
    {
        foreach (var real in RealEnactment.All)
        {
            var index = new EnactmentIndex(real.Enactment);
            var doubled = index.Places.GroupBy(p => p.Path).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
            Assert.All(index.Places.Where(p => p.Path.Steps[0].Kind != ProvisionKind.Supplement && !doubled.Contains(p.Path)), place =>
            {
                var path = ProvisionPath.Parse(place.Path.ToString());
                Assert.True(path is not null && ReferenceEquals(index.Find(path)?.Provision, place.Provision), $"{real.Name} {place.Path}");
            });
        }
    }

    [Fact]
    public void A_number_within_a_deleted_range_and_an_item_without_its_paragraph_are_found()
    {
        var index = new EnactmentIndex(EnactmentParser.Parse("件名\n第1条　次の各号に掲げる。\n(1)　あ\n第2条から第4条まで　削除").Enactment);

        Assert.Equal("第1条第1項第1号", index.Find(ProvisionPath.Parse("第1条第1号")!)!.Path.ToString());
        Assert.True(index.Find(ProvisionPath.Parse("第3条")!)!.Provision.IsDeleted);
        Assert.Null(index.Find(ProvisionPath.Parse("第5条")!));
    }
}
