namespace Yakuba.Evidence.Tests;

public sealed class WordKindsTests
{
    [Theory]
    [InlineData("犬", "動物", "Broader")]
    [InlineData("動物", "犬", "Narrower")]
    [InlineData("犬", "猫", "Contrast")]
    [InlineData("男の子", "女の子", "Contrast")]
    [InlineData("少年", "人", "Broader")]
    [InlineData("支給", "給付", "Synonym")]
    [InlineData("開館", "休館", "Contrast")]
    [InlineData("犬", "図書館", "None")]
    public void Words_stand_to_each_other_as_the_table_says(string premise, string hypothesis, string relation) =>
        Assert.Equal(relation, WordKinds.Of(WordKinds.Fold(premise), WordKinds.Fold(hypothesis)).ToString());

    [Theory]
    [InlineData("増額", "減額", true)]
    [InlineData("引き上げる", "引き下げる", true)]
    [InlineData("増額", "増加", false)]
    [InlineData("増", "減", false)]
    public void One_opposite_character_makes_an_opposite(string one, string other, bool opposite) => Assert.Equal(opposite, Opposites.Differ(one, other));
}
