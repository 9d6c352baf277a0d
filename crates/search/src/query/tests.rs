use super::*;
use proptest::prelude::*;

/// The terms with their marks.
fn shown(typed: &str) -> Vec<String> {
    let query = Query::parse(typed);
    query.terms.iter().map(term).collect()
}

fn term(term: &Term) -> String {
    let before = match (&term.matching, &term.scope) {
        (_, Scope::Title) => "title ",
        (_, Scope::Quote(None)) => "quote ",
        (_, Scope::Quote(Some(_))) => "said ",
        (Matching::Exact, _) if term.forms.len() == 1 => "=",
        _ => "",
    };
    let after = if let Matching::Misspelt(by) = term.matching { format!("~{by}") } else { String::new() };
    format!("{before}{}{}{after}", term.forms.join(" "), if term.prefix { "*" } else { "" })
}

/// How the terms are joined.
fn joined(typed: &str) -> String {
    let query = Query::parse(typed);
    let parts: Vec<String> = query.parts.iter().map(|part| expr(part, &query)).collect();
    parts.join(" ")
}

fn expr(part: &Expr, query: &Query) -> String {
    let list = |parts: &[Expr], by: &str| parts.iter().map(|part| expr(part, query)).collect::<Vec<_>>().join(by);
    match part {
        Expr::Term(at) => term(&query.terms[*at]),
        Expr::Test(Test::Published { first, last }) => {
            let side = |day: &Option<visavis_corpus::Day>| day.map_or_else(String::new, |day| day.to_string());
            format!("{}..{}", side(first), side(last))
        }
        Expr::Test(Test::Source(name)) => format!("source:{}", name.forms.join("+")),
        Expr::Test(Test::Author(name)) => format!("author:{}", name.forms.join("+")),
        Expr::Test(Test::SaidBy(name)) => format!("said-by:{}", name.forms.join("+")),
        Expr::Test(Test::Names(kind, name)) => format!("{}:{}", kind.name(), name.forms.join("+")),
        Expr::All(parts) => format!("({})", list(parts, " ")),
        Expr::Any(parts) => format!("({})", list(parts, " | ")),
        Expr::Not(part) => format!("-{}", expr(part, query)),
        Expr::Near { left, right, within } => {
            format!("<{} {within} {}>", term(&query.terms[*left]), term(&query.terms[*right]))
        }
    }
}

fn issues(typed: &str) -> Vec<IssueKind> {
    Query::parse(typed).issues.iter().map(|issue| issue.kind).collect()
}

#[test]
fn a_query_is_read_as_its_words() {
    for (typed, expected) in [
        ("alep", &["alep*"][..]),
        ("alep ", &["alep"]),
        ("l'ONU vote ", &["onu", "vote"]),
        ("aujourd’hui ", &["aujourd'hui"]),
        ("Alep-Est ", &["alep est"]),
        ("\"crimes de guerre\" Paris ", &["crimes de guerre", "paris"]),
        ("« fin de l’année »", &["fin de l annee"]),
        ("“une trêve”", &["une treve"]),
        ("„une trêve“", &["une treve"]),
        ("bomb* alep ", &["bomb*", "alep"]),
        ("\"jamais fermé", &["jamais ferme*"]),
        ("=régime bombe~ alpe~2 ", &["=regime", "bombe~1", "alpe~2"]),
        ("titre:trêve citation:paix ", &["title treve", "quote paix"]),
        ("d'", &["d"]),
        ("OR", &["or*"]),
        ("  — ", &[]),
    ] {
        assert_eq!(shown(typed), expected, "{typed}");
    }
}

#[test]
fn parts_are_joined_as_they_read() {
    for (typed, expected) in [
        ("trêve Alep OR Mossoul ", "treve (alep | mossoul)"),
        ("(trêve Alep) OU Mossoul ", "((treve alep) | mossoul)"),
        ("alep -paris -\"fin de\" ", "alep -=paris -fin de"),
        ("trêve AND alep ", "treve alep"),
        ("trêve NEAR/5 alep ", "<treve 5 alep>"),
        ("\"une trêve\" NEAR alep ", "<une treve 10 alep>"),
        ("date:2016-10..2016-12 source:afp ", "2016-10-01..2016-12-31 source:afp"),
        ("auteur:(Dupont OR Durand) ", "(author:dupont | author:durand)"),
        ("personne:\"John Kerry\" place:Alep ", "person:john+kerry place:alep"),
        ("dit-par:Kerry citation:trêve ", "said-by:kerry said treve"),
        ("titre:(alep trêve) ", "(title alep title treve)"),
    ] {
        let expected = expected.replace("-=paris", "-paris");
        assert_eq!(joined(typed), expected, "{typed}");
    }
}

#[test]
fn a_slip_is_understood_and_said() {
    for (typed, expected) in [
        ("\"jamais fermé", &[IssueKind::UnclosedQuote][..]),
        ("(alep ", &[IssueKind::UnclosedParenthesis]),
        ("alep) ", &[IssueKind::StrayParenthesis]),
        ("alep OR ", &[IssueKind::MissingOperand]),
        ("tittre:alep ", &[IssueKind::UnknownField(Some("titre"))]),
        ("date:hier ", &[IssueKind::NotADate]),
        ("date:2017..2016 ", &[IssueKind::ReversedDates]),
        ("titre: ", &[IssueKind::EmptyField]),
        ("(a b) NEAR/3 c ", &[IssueKind::NearNeedsTerms]),
        ("alep~7 ", &[IssueKind::TooMisspelt]),
        ("Paris: la paix ", &[]),
    ] {
        assert_eq!(issues(typed), expected, "{typed}");
    }
}

#[test]
fn a_chip_is_everything_that_belongs_to_it() {
    let typed = "trêve titre:Alep OR Mossoul -(a b) ";
    let query = Query::parse(typed);
    let chips: Vec<&str> = query.chips.iter().map(|chip| &typed[chip.span.range()]).collect();
    assert_eq!(chips, ["trêve", "titre:Alep OR Mossoul", "-(a b)"]);
    assert_eq!(query.chips.iter().map(|chip| chip.excludes).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn what_is_too_much_is_said() {
    assert!(issues(&"alep ".repeat(100)).contains(&IssueKind::TooManyTerms));
    assert!(issues(&"alep ".repeat(1000)).contains(&IssueKind::TooLong));
    assert!(issues(&"\"la paix\" ".repeat(20)).contains(&IssueKind::TooManyPhrases));
    assert!(issues(&"alpe~1 ".repeat(20)).contains(&IssueKind::TooManyMisspellings));
    assert!(issues(&"(".repeat(2000)).contains(&IssueKind::TooDeep));
    assert!(issues(&"-(".repeat(2000)).contains(&IssueKind::TooDeep));
}

fn fits(query: &Query, typed: &str) -> bool {
    let inside = |span: &Span| typed.get(span.range()).is_some();
    query.terms.iter().all(|term| !term.forms.is_empty() && inside(&term.span))
        && query.chips.iter().all(|chip| inside(&chip.span) && chip.terms.end <= query.terms.len())
        && query.issues.iter().all(|issue| inside(&issue.span))
        && query.chips.len() == query.parts.len()
        && (0..query.chips.len()).all(|chip| query.without(typed, chip).len() < typed.len())
}

proptest! {
    #[test]
    fn any_typing_is_a_query(typed in "\\PC{0,60}") {
        prop_assert!(fits(&Query::parse(&typed), &typed));
    }

    #[test]
    fn any_mixture_of_marks_is_a_query(
        typed in "([a-é'’\"«»“”() :~*=-]|OR|AND|NEAR/3|titre:|date:|dit-par:|citation:|2016|\\.\\.| ){0,40}",
    ) {
        prop_assert!(fits(&Query::parse(&typed), &typed));
    }
}
