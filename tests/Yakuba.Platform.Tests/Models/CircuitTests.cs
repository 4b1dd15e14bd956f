using Yakuba.Platform.Models.Endpoint;
using Yakuba.Testing;

namespace Yakuba.Platform.Tests.Models;

public sealed class CircuitTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void It_opens_after_failures_in_a_row_and_a_success_between_starts_the_count_again()
    {
        var circuit = new Circuit(_clock);
        foreach (var success in (bool[])[false, false, true, false, false])
        {
            Assert.True(circuit.TryEnter());
            circuit.Leave(success);
        }

        Assert.False(circuit.IsResting);
        circuit.Leave(false);
        Assert.True(circuit.IsResting);
        Assert.False(circuit.TryEnter());
    }

    [Fact]
    public void After_the_rest_one_caller_tries_while_the_others_wait()
    {
        var circuit = Opened();
        _clock.Advance(Circuit.Rest);

        Assert.True(circuit.TryEnter());
        Assert.False(circuit.TryEnter());
        circuit.Leave(false);
        Assert.False(circuit.TryEnter());

        _clock.Advance(Circuit.Rest);
        Assert.True(circuit.TryEnter());
        circuit.Leave(true);
        Assert.True(circuit.TryEnter());
    }

    [Fact]
    public void A_caller_who_leaves_in_the_middle_lets_another_try()
    {
        var circuit = Opened();
        _clock.Advance(Circuit.Rest);
        Assert.True(circuit.TryEnter());

        circuit.Leave(null);

        Assert.True(circuit.TryEnter());
    }

    private Circuit Opened()
    {
        var circuit = new Circuit(_clock);
        for (var i = 0; i < Circuit.MostFailures; i++)
        {
            circuit.Leave(false);
        }

        return circuit;
    }
}
