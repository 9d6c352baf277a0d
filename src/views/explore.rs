//! What is in this corpus, and what matches.

use super::{concordance::concordance_link, home::home};
use crate::{
    address::{Address, Choice, Facet, Order, PAGE},
    browser::{history, page},
    explorer::{Explorer, Step, use_explorer},
    library::UNKNOWN,
    live::{Memo, RwSignal},
    parts::{
        brush::{brush, brushed},
        card::card,
        facet::{FacetRow, FacetRows, Wanted, chosen, facet},
        tag::{Tag, button, link, rows, tag},
        timeline::timeline,
    },
    settings::use_words,
    words::Words,
};
use leptos::prelude::*;
use visavis_corpus::{ArticleIx, Day, Kind};
use visavis_search::{EntityCount, Issue, Relaxation, Results};

/// Pixels that an article in the list takes, at least: as many are listed at once as fill the screen.
const CARD: usize = 96;

/// The list, with facets.
pub fn explore() -> Tag {
    let words = use_words();
    let explorer = use_explorer();
    let open = RwSignal::new(false);
    let chosen = move || explorer.address.with(|address| address.choices.len());
    let filters = move || match chosen() {
        0 => words.filters.to_owned(),
        count => (words.filters_chosen)(count),
    };
    let sheet = button("button sheet-button", move || open.update(|open| *open = !*open))
        .live("aria-expanded", move || Some(open.get().to_string()))
        .set("aria-controls", "facets")
        .follow(filters);
    let aside = tag("aside").set("id", "facets").set("aria-label", words.filters);
    let found = tag("section").set("class", "found").set("aria-label", words.results);
    tag("div")
        .set("class", "explore")
        .child(home(explorer))
        .child(sheet)
        .child(aside.class_when("facets", "open", move || open.get()).child(facets(explorer)))
        .child(found.child(results(explorer)))
}

/// Outlets, then entities by kind, then what else tells articles apart.
fn facets(explorer: Explorer) -> Vec<Tag> {
    let words = use_words();
    let of_kind =
        |kind: Kind| facet(Facet::Entity, (words.kinds)(kind), move |wanted| entity_rows(explorer, kind, wanted), 1);
    let other = |of: Facet, title: &'static str, least: usize| {
        facet(of, title, move |wanted| facet_rows(explorer, words, of, wanted), least)
    };
    let mut all = vec![other(Facet::Outlet, words.outlets, 1)];
    all.extend(Kind::ALL.map(of_kind));
    all.push(other(Facet::Month, words.month, 2));
    all.push(other(Facet::Credit, words.credit, 2));
    all.push(other(Facet::Language, words.language, 2));
    let asked = move || explorer.query.with(|query| !query.terms.is_empty());
    all.push(tag("div").hidden_when(move || !asked()).child(other(Facet::Role, words.found_in, 2)));
    all
}

/// The values of a facet other than the entities: as they stand in the address, as they are shown, and their counts.
fn facet_rows(explorer: Explorer, words: &'static Words, facet: Facet, wanted: &Wanted) -> FacetRows {
    let library = explorer.library();
    let choices = choices_settled(explorer);
    let mut rows = FacetRows::default();
    let mut offer = |value: Option<String>, label: String, count: usize, outlet: Option<Option<usize>>| {
        let value = value.unwrap_or_else(|| UNKNOWN.to_owned());
        let chosen = chosen(&choices, facet, &value);
        rows.offer(wanted, &label.clone(), chosen, || FacetRow { value, label, count, chosen, outlet });
    };
    explorer.results.with_untracked(|results| match facet {
        Facet::Outlet => results.facets.outlets.iter().for_each(|row| {
            let outlets = library.pack().outlets();
            let at = row.outlet.as_ref().and_then(|id| outlets.iter().position(|outlet| outlet.id == *id));
            let label = at.map_or_else(|| words.outlet_unknown.to_owned(), |at| outlets[at].name.clone());
            offer(row.outlet.clone(), label, row.count, Some(at));
        }),
        Facet::Language => results.facets.languages.iter().for_each(|row| {
            let label = row.language.map_or(words.value_unknown, words.language_name);
            offer(row.language.map(|language| language.tag().to_owned()), label.to_owned(), row.count, None);
        }),
        Facet::Credit => results.facets.credits.iter().for_each(|row| {
            let label = row.credit.clone().unwrap_or_else(|| words.no_credit.to_owned());
            offer(row.credit.clone(), label, row.count, None);
        }),
        Facet::Month => results.facets.months.iter().for_each(|row| {
            let value = row.month.map(|month| month.to_string());
            let day = value.as_ref().and_then(|month| Day::parse(&format!("{month}-01")));
            let label = day.map_or_else(|| words.date_unknown.to_owned(), words.tick_month);
            offer(value, label, row.count, None);
        }),
        Facet::Role => results.facets.roles.iter().for_each(|row| {
            offer(Some(row.role.name().to_owned()), (words.role)(row.role).to_owned(), row.count, None);
        }),
        Facet::Entity => {}
    });
    rows
}

/// What is chosen. The values and their counts follow the list, as the timeline does: what is found comes first.
fn choices_settled(explorer: Explorer) -> Vec<Choice> {
    explorer.settled.track();
    explorer.choices.get_untracked()
}

fn entity_rows(explorer: Explorer, kind: Kind, wanted: &Wanted) -> FacetRows {
    let choices = choices_settled(explorer);
    let library = explorer.library();
    let mut rows = FacetRows::default();
    let mut offer = |row: &EntityCount| {
        let Some(entity) = library.pack().entity(row.entity).filter(|entity| entity.kind == kind && !entity.hide)
        else {
            return;
        };
        let chosen = chosen(&choices, Facet::Entity, &entity.id);
        let (value, label) = (&entity.id, &entity.name);
        let row = || FacetRow { value: value.clone(), label: label.clone(), count: row.count, chosen, outlet: None };
        rows.offer(wanted, label, chosen, row);
    };
    explorer.results.with_untracked(|results| results.facets.entities.iter().for_each(&mut offer));
    rows
}

/// How many articles match, and the first of them.
fn results(explorer: Explorer) -> Vec<AnyView> {
    let words = use_words();
    let limit = Memo::new(move || explorer.address.with(|address| PAGE + address.more));
    let shown = shown(explorer, limit);
    let rest = Memo::new(move || explorer.results.with(|results| results.found.len().saturating_sub(limit.get())));
    let more = button("button", move || {
        let next = explorer.address.with_untracked(|address| Address { more: address.more + PAGE, ..address.clone() });
        explorer.go(next, Step::Replace);
    });
    let none = move || explorer.results.with(|results| results.found.is_empty()).then(|| nothing(explorer, words));
    let more = more.set("id", "more").hidden_when(move || rest.get() == 0);
    let narrowed = move || explorer.address.with(|address| address.is_narrowed() || !address.query.is_empty());
    let all = button("button", move || explorer.change(Address::reset)).set("id", "reset");
    let count_line = tag("div")
        .set("class", "count-line")
        .child(tag("p").set("id", "count").set("role", "status").follow(move || count(explorer, words)))
        .child(all.hidden_when(move || !narrowed()).child(words.reset))
        .child(concordance_link(explorer, None))
        .child(order_menu(explorer, words));
    let timeline = move || {
        let library = explorer.library();
        let lit = |results: &Results| results.found.iter().map(|found| found.article).collect::<Vec<_>>();
        // After the list: it takes longer to draw, and says nothing that a letter typed waits for.
        explorer.settled.track();
        let address = explorer.address.with_untracked(Address::clone);
        timeline(&library, &address, explorer.results.with_untracked(lit).into_iter())
    };
    vec![
        brushed(tag("div")).follow(timeline).view(),
        tag("div").child(brush()).view(),
        count_line.view(),
        tag("div")
            .follow(move || understood(explorer, words))
            .follow(move || unknown_choices(explorer, words))
            .follow(none)
            .view(),
        tag("ul").set("id", "results").child(rows(shown, |id| card(&id))).view(),
        more.follow(move || (words.show_more)(rest.get().min(PAGE))).view(),
    ]
}

/// The articles that are listed, by id: at most `limit`. While the reader waits for an answer, those that come new into the list below the
/// screen do too.
fn shown(explorer: Explorer, limit: Memo<usize>) -> impl Fn() -> Vec<String> + Send + Sync {
    // A page that was left further down is shown as far.
    let scrolled = history::remembered_scroll().is_some_and(|y| y > 0.0);
    let left = explorer.left().and_then(|id| explorer.with(|library| library.pack().find(&id)));
    let drawn = RwSignal::new(Vec::<bool>::new());
    move || {
        let hurried = explorer.hurried.get() && !scrolled;
        let library = explorer.library();
        let full = if hurried { page::height_from("results") / CARD + 1 } else { 0 };
        explorer.results.with(|results| {
            let found = || results.found.iter().map(|found| found.article).take(limit.get());
            // What one comes from takes the focus.
            let at_once = found().position(|article| Some(article) == left).map_or(0, |at| at + 1).max(full);
            let listed = found().enumerate().filter(|(at, article)| {
                !hurried || *at < at_once || drawn.with_untracked(|drawn| drawn.get(article.index()) == Some(&true))
            });
            let listed: Vec<ArticleIx> = listed.map(|(_, article)| article).collect();
            let mut now = vec![false; library.pack().heads().len()];
            listed.iter().for_each(|article| now[article.index()] = true);
            drawn.set(now);
            listed.into_iter().filter_map(|article| library.head(article).map(|head| head.id.0.clone())).collect()
        })
    }
}

/// `4 articles of 5 · 11 occurrences`.
fn count(explorer: Explorer, words: &'static Words) -> Vec<Tag> {
    let all = explorer.with(|library| library.pack().heads().len());
    let query = explorer.address.with(|address| address.query.trim().to_owned());
    explorer.results.with(|results| {
        let occurrences: u32 = results.found.iter().map(|found| found.occurrences).sum();
        let asked = !results.terms.is_empty() && occurrences > 0;
        let of = asked.then(|| format!(" · {}", (words.occurrences_of)(occurrences as usize, &query)));
        vec![tag("strong").child((words.articles_of)(results.found.len(), all)), tag("span").child(of)]
    })
}

/// Choices in the address that the corpus does not have.
fn unknown_choices(explorer: Explorer, words: &'static Words) -> Vec<Tag> {
    let choices = explorer.choices.get();
    let hint = |choice: &Choice| tag("p").set("class", "hint").child((words.unknown_choice)(&choice.value));
    explorer.with(|library| choices.iter().filter(|choice| !library.knows(choice)).map(hint).collect())
}

/// The query as it was understood: its parts, each to be taken away, and what could not be taken as it was typed.
fn understood(explorer: Explorer, words: &'static Words) -> Vec<Tag> {
    let typed = explorer.address.with(|address| address.query.clone());
    explorer.query.with(|query| {
        let issue = |issue: &Issue| {
            let part = typed.get(issue.span.range()).unwrap_or_default();
            tag("p").set("class", "hint").child((words.issue)(issue.kind, part))
        };
        let issues: Vec<Tag> = query.issues.iter().map(issue).collect();
        let several = query.chips.len() > 1 || query.chips.iter().any(|chip| chip.excludes);
        let chip = |at: usize| {
            let part = typed.get(query.chips.get(at)?.span.range())?.trim().to_owned();
            let rest = query.without(&typed, at);
            let said = (words.take_away)(&part);
            let href = move || explorer.address.with(|address| address.searching(&rest).href());
            let way = link("button chip", href).set("title", said.clone()).set("aria-label", said);
            Some(tag("li").child(way.child(part).child(tag("span").set("aria-hidden", "true").child("×"))))
        };
        let chips: Vec<Option<Tag>> = if several { (0..query.chips.len()).map(chip).collect() } else { vec![] };
        let list =
            several.then(|| tag("ul").set("class", "query-parts").set("aria-label", words.query_parts).child(chips));
        list.into_iter().chain(issues).collect()
    })
}

/// Why there is no result, and ways of asking less, each with what it would find.
fn nothing(explorer: Explorer, words: &'static Words) -> Tag {
    let empty = explorer.with(|library| library.pack().heads().is_empty());
    let said = if empty { words.empty_corpus } else { words.no_result };
    let typed = explorer.address.with(|address| address.query.clone());
    let (missing, ways) = explorer.results.with(|results| {
        let missing = |chip: &usize| {
            let part = explorer.query.with(|query| typed.get(query.chips.get(*chip)?.span.range()))?;
            Some((words.no_article_has)(part.trim()))
        };
        let missing: Vec<String> = results.unmet.iter().filter_map(missing).collect();
        (missing, results.relaxations.iter().map(|way| relaxation(explorer, words, way)).collect::<Vec<_>>())
    });
    let why = match missing.is_empty() {
        false => missing,
        true if explorer.query.with(|query| query.parts.len() > 1) => vec![words.each_found_not_together.to_owned()],
        true => vec![],
    };
    let narrowed = explorer.address.with(Address::is_narrowed).then(|| tag("p").child(words.filters_exclude));
    tag("div")
        .set("class", "nothing")
        .child(tag("p").child(tag("strong").child(said)))
        .child(why.into_iter().map(|why| tag("p").child(why)).collect::<Vec<_>>())
        .child(narrowed.filter(|_| !ways.is_empty()))
        .child(tag("ul").set("class", "ways").child(ways))
}

/// A way of asking less.
fn relaxation(explorer: Explorer, words: &'static Words, way: &Relaxation) -> Option<Tag> {
    let now = explorer.address.get();
    let (said, next) = explorer.query.with(|query| {
        Some(match way {
            Relaxation::Without { chip, .. } => {
                let part = now.query.get(query.chips.get(*chip)?.span.range())?.trim();
                ((words.way_without)(part), now.searching(&query.without(&now.query, *chip)))
            }
            Relaxation::AnyTerm { .. } => {
                let terms: Vec<&str> = query.terms.iter().map(|term| term.text.as_str()).collect();
                (words.way_any.to_owned(), now.searching(&terms.join(" OR ")))
            }
            Relaxation::Unfiltered { .. } => (words.way_unfiltered.to_owned(), now.unnarrowed()),
            Relaxation::Instead { term, word, .. } => {
                let span = query.terms.get(*term)?.span;
                let typed = format!("{}{word}{}", now.query.get(..span.start())?, now.query.get(span.end()..)?);
                ((words.way_instead)(word), now.searching(&typed))
            }
        })
    })?;
    let count = format!(" · {}", (words.articles)(way.articles()));
    Some(tag("li").child(link("way", move || next.href()).child(said)).child(tag("small").child(count)))
}

/// In what order the results are.
fn order_menu(explorer: Explorer, words: &'static Words) -> Tag {
    let now = move || explorer.address.with(|address| address.order);
    let option = |order: Order| {
        tag("option").set("value", order.name()).selected(move || now() == order).child((words.order)(order))
    };
    let menu = tag("select")
        .set("id", "order")
        .on("change", move |event| {
            let order = Order::parse(&event_target_value(&event));
            explorer.change(|address| Address { order, more: 0, ..address.clone() });
        })
        .child(Order::ALL.map(option));
    tag("label").set("class", "order").child(words.order_label).child(" ").child(menu)
}
