//! An address is the state, and the state an address.

use super::*;
use proptest::prelude::*;

#[test]
fn addresses_are_short_where_nothing_is_chosen() {
    assert_eq!(Address::default().href(), "#/explore");
    assert_eq!(Address::default().read("000_a").href(), "#/read/000_a");
}

#[test]
fn an_address_is_read_as_what_it_says() {
    let address = Address::parse("#/read/a%2Fb?q=d%27Alep&p=3&t=Le+ministre&hide=person,place&removed=1&unknown=x");
    assert_eq!(address.view, View::Read("a/b".into()));
    assert_eq!(address.query, "d'Alep");
    assert_eq!(address.place, Some(Place { number: 3, beginning: "Le ministre".into() }));
    assert_eq!(address.hidden, [Layer::Names(Kind::Person), Layer::Names(Kind::Place)]);
    assert!(address.removed);
}

#[test]
fn an_address_that_names_no_view_is_kept() {
    assert_eq!(Address::parse("#/nowhere/x").view, View::Lost("/nowhere/x".into()));
    assert_eq!(Address::parse("").view, View::Explore);
}

#[test]
fn the_oldest_pick_makes_room() {
    let picked = ["a", "b", "c", "d", "e"].iter().fold(Address::default(), |address, id| address.toggle_pick(id));
    assert_eq!(picked.picks, ["b", "c", "d", "e"]);
    assert_eq!(picked.toggle_pick("b").picks, ["c", "d", "e"]);
}

#[test]
fn a_value_is_asked_for_or_shut_out() {
    let choice = Choice::with(Facet::Outlet, "x");
    let asked = Address::default().toggle_choice(&choice);
    let shut_out = asked.toggle_choice(&Choice { without: true, ..choice.clone() });
    assert_eq!(shut_out.href(), "#/explore?-outlet=x");
    assert_eq!(shut_out.toggle_choice(&choice), asked);
    assert_eq!(asked.toggle_choice(&choice), Address::default());
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    let facet = prop::sample::select(Facet::ALL.to_vec());
    let choice = (facet, "\\PC{1,8}", any::<bool>());
    let choice = choice.prop_map(|(facet, value, without)| Choice { facet, value, without });
    prop::collection::vec(choice, 0..3).prop_map(|mut choices| {
        choices.dedup();
        choices
    })
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set("\\PC{1,8}", 0..3).prop_map(|set| set.into_iter().collect())
}

fn looks() -> impl Strategy<Value = Look> {
    let lens = prop::sample::select(crate::lens::Lens::ALL.to_vec());
    let text = || prop::option::of("\\PC{1,8}");
    (lens, prop::option::of(1_usize..90), 5_usize..40, any::<(bool, bool)>(), text(), text(), 0_usize..4).prop_map(
        |(lens, at, least, (phrases, apart), who, word, side)| Look {
            lens,
            at,
            least,
            phrases,
            apart,
            who,
            word,
            side,
            ..Look::default()
        },
    )
}

prop_compose! {
    fn addresses()(
        ids in prop::collection::vec("\\PC{1,8}", 0..3),
        query in "\\PC{0,12}",
        choices in choices(),
        days in prop::option::of((17_000_i32..17_400, 0_i32..400)),
        order in prop::sample::select(Order::ALL.to_vec()),
        lines in prop::sample::select(LineOrder::ALL.to_vec()),
        picks in texts(),
        more in 0_usize..90,
        hidden in prop::sample::subsequence(Layer::ALL.to_vec(), 0..7),
        unmarked in texts(),
        traced in prop::option::of("\\PC{1,8}"),
        removed: bool,
        place in prop::option::of((0_usize..50, "\\PC{0,12}")),
        look in looks(),
    ) -> Address {
        let view = match (ids.as_slice(), more % 3) {
            ([], 0) => View::Overview,
            ([], 1) => View::Concordance(None),
            ([], _) => View::Explore,
            ([id], 0) => View::Entity(id.clone()),
            ([id], 1) => View::Concordance(Some(id.clone())),
            ([id], _) => View::Read(id.clone()),
            _ => View::Compare(ids),
        };
        let day = |number: i32| Day::new(2016, 1, 1).and_then(|day| day.plus(number - 17_000)).expect("a day");
        let days = days.map(|(first, more)| (day(first), day(first + more)));
        let place = place.map(|(number, beginning)| Place { number, beginning });
        Address { view, query, choices, days, order, lines, picks, more, hidden, unmarked, traced, removed, place, look }
    }
}

proptest! {
    #[test]
    fn an_address_says_the_whole_state(address in addresses()) {
        prop_assert_eq!(Address::parse(&address.href()), address);
    }

    #[test]
    fn any_text_is_an_address(hash in "\\PC{0,40}") {
        let address = Address::parse(&hash);
        prop_assert_eq!(Address::parse(&address.href()), address);
    }
}
