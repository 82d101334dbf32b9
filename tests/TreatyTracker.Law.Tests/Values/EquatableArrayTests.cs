using System.Collections;

namespace TreatyTracker.Law.Tests.Values;

public class EquatableArrayTests
{
    static readonly EquatableArray<string> Places = ["Palermo", "New York"];

    [Test]
    public void Lists_with_equal_items_in_one_order_are_equal()
    {
        EquatableArray<string> same = ["Palermo", "New York"],
            turned = ["New York", "Palermo"];

        Assert.That(Places == same && Places.Equals(same) && Places.Equals((object)same), Is.True);
        Assert.That(Places.GetHashCode(), Is.EqualTo(same.GetHashCode()));
        Assert.That(Places != turned, Is.True);
        Assert.That(Places == turned || Places.Equals((object)turned) || Places != same, Is.False);
        Assert.That(Places.GetHashCode(), Is.Not.EqualTo(turned.GetHashCode()));
    }

    [Test]
    public void A_list_is_equal_to_no_other_thing()
    {
        Assert.That(Places.Equals((object?)null), Is.False);
        Assert.That(Places.Equals(new[] { "Palermo", "New York" }), Is.False);
    }

    [Test]
    public void A_list_never_made_is_the_empty_one()
    {
        EquatableArray<string> empty = [],
            never = default;

        Assert.That(never == empty && empty == never, Is.True);
        Assert.That(never.GetHashCode(), Is.EqualTo(empty.GetHashCode()));
        Assert.That(never.Count, Is.Zero);
        Assert.That(never.ToList(), Is.Empty);
        Assert.That(() => never[0], Throws.TypeOf<IndexOutOfRangeException>());
    }

    [Test]
    public void A_list_is_read_by_place_and_in_order()
    {
        Assert.That((Places.Count, Places[0], Places[1]), Is.EqualTo((2, "Palermo", "New York")));
        Assert.That(((IEnumerable)Places).Cast<string>(), Is.EqualTo(new[] { "Palermo", "New York" }));
    }

    [Test]
    public void A_list_is_a_copy()
    {
        string[] places = ["Palermo"];
        EquatableArray<string> list = EquatableArray.Create<string>(places);
        places[0] = "Vienna";

        Assert.That(list[0], Is.EqualTo("Palermo"));
    }
}
