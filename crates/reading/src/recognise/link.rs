//! One entity through all its forms.

use super::{
    Hit,
    decide::Decided,
    forms::{FormId, Forms},
    listed::key,
    next_ix,
    scan::{Book, Ground},
    sheet::{Token, sheet},
    words::{WordId, Words},
};
use crate::voices::is_womans_name;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use visavis_corpus::{Entity, EntityIx, Kind, MentionRule};

/// A full name seen so many times as often as the others of its surname is meant where none of them stands in the article.
const DOMINANT: u32 = 5;
/// Full names of one surname that are compared for misspellings.
const COMPARED: usize = 40;

/// What a bare name may be short for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surname {
    /// A full name in the same article.
    Here(FormId),
    /// A full name in another article.
    Elsewhere(FormId),
    /// More than one person of the article.
    SeveralHere,
    /// More than one person of the corpus.
    SeveralElsewhere,
    /// None that is known.
    None,
}

/// Which forms mean the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// Full names by what they end with.
    endings: FxHashMap<Box<[WordId]>, Vec<FormId>>,
    full: FxHashSet<FormId>,
    /// For each form, the one that stands for it.
    roots: Vec<FormId>,
    /// Forms that the owner listed.
    curated: FxHashMap<FormId, EntityIx>,
    /// Entries and peoples that the owner listed, and those that were met.
    entries: FxHashMap<u32, EntityIx>,
    peoples: FxHashMap<u32, EntityIx>,
    /// Entities of what the lists do not hold.
    made: FxHashMap<(FormId, Kind), EntityIx>,
}

/// A name that the owner gives to an entity.
pub(super) struct Named {
    entity: EntityIx,
    name: String,
    tokens: Vec<Token>,
}

/// The names and aliases of `entities`, in their order; their words are among `words` from then on.
pub(super) fn named(entities: &[Entity], words: &mut Words) -> Vec<Named> {
    let mut all = vec![];
    for (entity, ix) in entities.iter().zip(0..) {
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            all.push(Named { entity: EntityIx(ix), name: name.clone(), tokens: sheet(name, words) });
        }
    }
    all
}

impl Links {
    /// Links the forms of the corpus with one another and with `entities`.
    pub(super) fn new(named: &[Named], entities: &[Entity], book: &Book, forms: &mut Forms, hits: &[Vec<Hit>]) -> Self {
        let mut links = Self::default();
        links.curate(named, book, forms);
        for (id, words, form) in forms.iter() {
            let person = links.curated.get(&id).is_some_and(|ix| entities[ix.index()].kind == Kind::Person);
            if words.len() > 1 && (person || form.kind() == Kind::Person) && form.written.contains([' ', '\u{a0}']) {
                links.full.insert(id);
                for from in 1..words.len() {
                    links.endings.entry(words[from..].into()).or_default().push(id);
                }
            }
        }
        links.roots = (0..forms.len() as u32).map(FormId).collect();
        links.join_spellings(book, forms);
        links.join_acronyms(hits, book, forms);
        links
    }

    /// Takes note of what the owner's names are in the lists that ship.
    fn curate(&mut self, named: &[Named], book: &Book, forms: &mut Forms) {
        for Named { entity, name, tokens } in named {
            let whole = |found: Option<(&u32, usize)>| found.filter(|&(_, len)| len == tokens.len()).map(|(&at, _)| at);
            if let Some(entry) = whole(book.known.names.longest(tokens)) {
                self.entries.entry(entry).or_insert(*entity);
            }
            if let Some(people) = whole(book.known.demonyms.longest(tokens)) {
                self.peoples.entry(people).or_insert(*entity);
            }
            let ids: Vec<WordId> = tokens.iter().map(|token| token.word).collect();
            let form = forms.number(&ids, name);
            self.curated.entry(form).or_insert(*entity);
        }
    }

    /// The full names of persons that stand in an article, sorted.
    pub(super) fn full_names(&self, hits: &[Hit]) -> Vec<FormId> {
        let mut full: Vec<FormId> = hits.iter().map(|hit| hit.form).filter(|form| self.full.contains(form)).collect();
        full.sort_unstable();
        full.dedup();
        full
    }

    /// What `form` may be short for, in an article with the full names `named`; `Mme` is none of the men of that surname, `M.` none of the
    /// women.
    pub(super) fn surname(
        &self,
        form: FormId,
        feminine: Option<bool>,
        named: &[FormId],
        book: &Book,
        forms: &Forms,
    ) -> Surname {
        if self.full.contains(&form) {
            return Surname::None;
        }
        let Some(all) = self.endings.get(forms.words(form)) else { return Surname::None };
        let roots = |only: &dyn Fn(&FormId) -> bool| -> BTreeSet<FormId> {
            let fits = |full: &FormId| {
                let first = forms.words(*full).first().map(|word| book.words.text(*word));
                let name = feminine.and_then(|_| is_womans_name(first?));
                name.is_none() || name == feminine
            };
            all.iter().filter(|full| only(full) && fits(full)).map(|&full| self.root(full)).collect()
        };
        let here = roots(&|full| named.binary_search(full).is_ok());
        match here.len() {
            0 => {}
            1 => return here.first().map_or(Surname::None, |&full| Surname::Here(full)),
            _ => return Surname::SeveralHere,
        }
        let mut elsewhere: Vec<(u32, FormId)> =
            roots(&|_| true).into_iter().map(|full| (forms.get(full).count, full)).collect();
        elsewhere.sort_by_key(|&(count, full)| (std::cmp::Reverse(count), full));
        match elsewhere.as_slice() {
            [(_, full)] => Surname::Elsewhere(*full),
            [(most, full), (next, _), ..] if *most >= DOMINANT * (*next).max(1) => Surname::Elsewhere(*full),
            [] => Surname::None,
            _ => Surname::SeveralElsewhere,
        }
    }

    fn root(&self, form: FormId) -> FormId {
        let mut root = form;
        while let Some(&up) = self.roots.get(root.index()).filter(|&&up| up != root) {
            root = up;
        }
        root
    }

    /// Makes `second` mean what `first` means.
    fn join(&mut self, first: FormId, second: FormId) {
        let (to, from) = (self.root(first), self.root(second));
        let (to, from) = if self.curated.contains_key(&from) { (from, to) } else { (to, from) };
        if to != from {
            self.roots[from.index()] = to;
            // Whoever asks again finds it in one step.
            for form in [first, second] {
                self.roots[form.index()] = to;
            }
        }
    }

    /// Full names of one surname whose first names differ by a letter (`Bachar`, `Bashar`) are one person's.
    fn join_spellings(&mut self, book: &Book, forms: &Forms) {
        let mut pairs: BTreeSet<(FormId, FormId)> = BTreeSet::new();
        for (id, words, _) in forms.iter().filter(|(id, ..)| self.full.contains(id)) {
            let Some(group) = self.endings.get(&words[1..]) else { continue };
            let first = book.words.text(words[0]);
            let near = group.iter().take(COMPARED).filter(|&&other| other < id).filter(|&&other| {
                let other = forms.words(other);
                other.len() == words.len() && near(first, book.words.text(other[0]))
            });
            pairs.extend(near.map(|&other| (other, id)));
        }
        pairs.into_iter().for_each(|(first, second)| self.join(first, second));
    }

    /// `Organisation pour la sécurité (OSCE)`: initials that stand beside what they stand for.
    fn join_acronyms(&mut self, hits: &[Vec<Hit>], book: &Book, forms: &Forms) {
        let mut pairs: BTreeSet<(FormId, FormId)> = BTreeSet::new();
        for pair in hits.iter().flat_map(|hits| hits.windows(2)) {
            let [long, short] = pair else { continue };
            let beside = long.sheet == short.sheet
                && short.candidate.first == long.candidate.last + 1
                && short.bracketed
                && long.listed.is_none()
                && short.listed.is_none();
            if beside && spells(forms.words(short.form), forms.words(long.form), book) {
                pairs.insert((long.form, short.form));
            }
        }
        pairs.into_iter().for_each(|(long, short)| self.join(long, short));
    }

    /// Gives every decided hit its entity; entities that are not listed are made, in order of appearance.
    pub(super) fn settle(
        &mut self,
        hits: &[Vec<Hit>],
        decided: &[Vec<Decided>],
        book: &Book,
        forms: &Forms,
        entities: &mut Vec<Entity>,
    ) {
        let mut ids: BTreeSet<String> = entities.iter().map(|entity| entity.id.clone()).collect();
        let listed = entities.len();
        let mut names: FxHashSet<(EntityIx, FormId)> = FxHashSet::default();
        for (hit, decided) in hits.iter().zip(decided).flat_map(|(hits, decided)| hits.iter().zip(decided)) {
            if hit.listed.is_some() || decided.kind == Kind::Other || decided.rule == MentionRule::Ambiguous {
                continue;
            }
            let ix = self.entity(hit, decided).unwrap_or_else(|| {
                let ix = next_ix(entities);
                let name = self.name(hit, decided, book, forms);
                entities.push(made(&mut ids, decided.kind, name));
                self.remember(hit, decided, ix);
                ix
            });
            if ix.index() >= listed && decided.full.is_none() && !matches!(hit.candidate.ground, Ground::People(_)) {
                names.insert((ix, hit.form));
            }
        }
        for (people, ix) in self.peoples.iter().collect::<BTreeMap<_, _>>() {
            let country = book.known.peoples[*people as usize].country;
            entities[ix.index()].country = country.and_then(|entry| self.entries.get(&entry).copied());
        }
        let mut names: Vec<(EntityIx, &str)> =
            names.into_iter().map(|(ix, form)| (ix, forms.get(form).written.as_str())).collect();
        names.sort_unstable();
        names.dedup();
        for of_one in names.chunk_by(|a, b| a.0 == b.0) {
            let entity = &mut entities[of_one[0].0.index()];
            let others = of_one.iter().map(|(_, name)| *name).filter(|name| key(name) != key(&entity.name));
            entity.aliases = others.map(Into::into).collect();
        }
    }

    /// The entity of a hit, where there is one.
    pub(super) fn entity(&self, hit: &Hit, decided: &Decided) -> Option<EntityIx> {
        if let Some(listed) = hit.listed {
            return Some(listed.entity);
        }
        if matches!(decided.kind, Kind::Other) || decided.rule == MentionRule::Ambiguous {
            return None;
        }
        match hit.candidate.ground {
            Ground::People(people) => self.peoples.get(&people).copied(),
            Ground::Known(entry) | Ground::Misspelt(entry) if decided.full.is_none() && is_entry(hit, decided) => {
                self.entries.get(&entry).copied()
            }
            _ => {
                let form = self.root(decided.full.unwrap_or(hit.form));
                self.curated.get(&form).or_else(|| self.made.get(&(form, decided.kind))).copied()
            }
        }
    }

    fn remember(&mut self, hit: &Hit, decided: &Decided, ix: EntityIx) {
        match hit.candidate.ground {
            Ground::People(people) => {
                self.peoples.insert(people, ix);
            }
            Ground::Known(entry) | Ground::Misspelt(entry) if decided.full.is_none() && is_entry(hit, decided) => {
                self.entries.insert(entry, ix);
            }
            _ => {
                self.made.insert((self.root(decided.full.unwrap_or(hit.form)), decided.kind), ix);
            }
        }
    }

    /// The name of an entity that is made for a hit.
    fn name(&self, hit: &Hit, decided: &Decided, book: &Book, forms: &Forms) -> String {
        match hit.candidate.ground {
            Ground::People(people) => book.known.peoples[people as usize].name.clone(),
            Ground::Known(entry) | Ground::Misspelt(entry) if decided.full.is_none() && is_entry(hit, decided) => {
                book.known.entries[entry as usize].name.into()
            }
            _ => forms.get(self.root(decided.full.unwrap_or(hit.form))).written.clone(),
        }
    }
}

/// Whether a listed name is used for what the list says.
fn is_entry(hit: &Hit, decided: &Decided) -> bool {
    hit.listed_kind == Some(decided.kind)
}

/// An id made of the words of `name` that is none of `ids`, which then has it.
pub(crate) fn slug(ids: &mut BTreeSet<String>, kind: Kind, name: &str) -> String {
    let slug = key(name).join("-");
    let mut id = slug.clone();
    let mut number = 1;
    while ids.contains(&id) {
        id = if number == 1 { format!("{slug}-{}", kind.name()) } else { format!("{slug}-{number}") };
        number += 1;
    }
    ids.insert(id.clone());
    id
}

/// An entity that the program found by itself, with an id that no other has.
fn made(ids: &mut BTreeSet<String>, kind: Kind, name: String) -> Entity {
    let id = slug(ids, kind, &name);
    Entity {
        id,
        kind,
        name,
        aliases: vec![],
        descriptions: vec![],
        same_as: vec![],
        hide: false,
        recognised: true,
        country: None,
    }
}

/// Whether two first names are spellings of one.
fn near(first: &str, second: &str) -> bool {
    first.len() >= 5 && second.len() >= 5 && strsim::damerau_levenshtein(first, second) <= 1
}

/// Whether the single word `short` gives the initials of `long`.
fn spells(short: &[WordId], long: &[WordId], book: &Book) -> bool {
    let &[short] = short else { return false };
    let all: String = long.iter().filter_map(|&word| book.words.text(word).chars().next()).collect();
    let main: String = long
        .iter()
        .map(|&word| book.words.text(word))
        .filter(|word| word.chars().count() > 3)
        .filter_map(|word| word.chars().next())
        .collect();
    let short = book.words.text(short);
    short == all || short == main || (short.len() >= 3 && main.starts_with(short))
}
