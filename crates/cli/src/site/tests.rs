use super::*;

/// A page as small as one can be that has everything.
fn staged() -> Site {
    let page = "<!doctype html><html lang=fr><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\
        <meta name=visavis-pack content=corpus.pack><link rel=manifest href=visavis.webmanifest><link rel=preload href=./corpus.pack as=fetch>\
        <link rel=icon href=data:,><link rel=stylesheet href=./a.css><link rel=stylesheet href=./b.css><link rel=modulepreload href=./app.js>\
        <link rel=preload href=./app.wasm as=fetch type=application/wasm></head><body><noscript><div data-several><p><a href=articles/>x</a></div></noscript>\
        <script type=module src=./boot.js></script></body></html>";
    let mut site = Site::default();
    for (name, text) in [
        ("index.html", page),
        ("a.css", "a{}"),
        ("b.css", "b{}"),
        ("app.js", "function init(){}export function stats(){}export{init as default};\n"),
        ("app.wasm", "\0asm"),
        ("boot.js", "boot()"),
        ("unpack.js", "unpack()"),
        ("start.js", "start()"),
        ("weave.js", "weave()"),
        ("sw.js", "// x\nconst BUILD = {};\nrest"),
    ] {
        site.put(name, text.into());
    }
    site
}

/// A pack with one article, whose texts would be markup.
fn pack(title: &str, publish: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let config = format!(
        "title = '{title}'\nlanguages = ['fr']\n[[outlet]]\nid = 'o'\nname = 'O & <Co>'\npublish = '{publish}'\n\
         [[article]]\nfile = 'a.txt'\noutlet = 'o'\nbecause = 'seen'\ntitle = 'Un titre <img src=x>'\n"
    );
    std::fs::write(folder.path().join("corpus.toml"), config).expect("written");
    let text = format!(
        "Un titre <img src=x>\n\nPremière phrase <script>x</script> du texte. {}\n\nFin de l’article ici.\n",
        "Encore. ".repeat(80)
    );
    std::fs::write(folder.path().join("a.txt"), text).expect("written");
    crate::pack(folder.path()).expect("a pack")
}

fn text<'s>(site: &'s Site, name: &str) -> &'s str {
    site.text(name).expect(name)
}

#[test]
fn names_are_replaced_with_and_without_quotes() {
    let page = r#"<meta content="corpus.pack"><meta content=corpus.pack><link href=./corpus.pack as=fetch>"#;
    let expected = r#"<meta content="c-1.pack"><meta content=c-1.pack><link href=./c-1.pack as=fetch>"#;
    assert_eq!(renamed(page, "corpus.pack", "c-1.pack").unwrap(), expected);
}

#[test]
fn a_longer_name_is_left_alone() {
    let page = r#"<a href="my-corpus.pack"><a href="corpus.packed"><a href="corpus.pack">"#;
    let expected = r#"<a href="my-corpus.pack"><a href="corpus.packed"><a href="c.pack">"#;
    assert_eq!(renamed(page, "corpus.pack", "c.pack").unwrap(), expected);
}

#[test]
fn a_page_that_names_no_pack_is_an_error() {
    assert!(renamed("<p>corpus.pack</p>", "corpus.pack", "c.pack").is_err());
    assert!(Site::default().dress(&pack("x", "full")).is_err());
}

#[test]
fn the_page_names_files_that_are_there() {
    let pack = pack("x", "full");
    let site = staged().dress(&pack).unwrap();
    let (packed, boot) = (named("corpus", &pack, "pack"), named("boot", b"boot()", "js"));
    assert_eq!(site.get(&packed), Some(pack.as_slice()));
    assert!(site.get(&boot).is_some() && site.get("boot.js").is_none() && site.get("unpack.js").is_none());
    let page = text(&site, "index.html");
    assert!(page.contains(&packed) && page.contains(&boot), "{page}");
}

#[test]
fn the_style_sheets_become_one() {
    let site = staged().dress(&pack("x", "full")).unwrap();
    let sheet = named("style", b"a{}\nb{}", "css");
    assert_eq!(site.get(&sheet), Some(b"a{}\nb{}".as_slice()));
    assert!(site.get("a.css").is_none() && site.get("b.css").is_none());
    let page = text(&site, "index.html");
    assert_eq!(page.matches("stylesheet").count(), 1, "{page}");
    assert!(page.contains(&format!("href=\"./{sheet}\"")), "{page}");
}

#[test]
fn a_dressed_page_takes_another_pack() {
    let (first, second) = (pack("x", "full"), pack("y", "none"));
    let direct = staged().dress(&second).unwrap();
    let again = staged().dress(&first).unwrap().dress(&second).unwrap();
    assert_eq!(again, direct);
}

#[test]
fn two_corpora_stand_side_by_side_and_name_each_other() {
    let (first, second) = (pack("x", "full"), pack("y & z", "none"));
    let both = staged().dress_two(&first, &second).unwrap();
    assert!(text(&both, "index.html").contains("href=\"examples/\" title=\"y &amp; z\""));
    assert!(text(&both, "examples/index.html").contains("href=\"../\" title=\"x\""));
    assert!(both.get(&format!("examples/{}", named("corpus", &second, "pack"))).is_some());
    // Each is whole by itself: the copy that a browser keeps of one holds nothing of the other.
    assert!(!text(&both, "sw.js").contains("examples/"), "{}", text(&both, "sw.js"));
    assert!(text(&both, "examples/articles/index.html").contains("y &amp; z"));
    let page = dense::decoded(both.single().unwrap()).unwrap();
    assert!(!page.contains("examples/") && !page.contains("data-corpus"), "{page}");
    // Another corpus in their place leaves nothing of them.
    assert_eq!(both.dress(&second).unwrap(), staged().dress(&second).unwrap());
}

#[test]
fn one_file_names_no_other_and_allows_only_its_own_scripts() {
    let site = staged().dress(&pack("x", "full")).unwrap();
    let page = dense::decoded(site.single().unwrap()).unwrap();
    for other in ["app.js", "app.wasm", "a.css", ".pack", "manifest", "articles/", "sw.js", "'self'"] {
        assert!(!page.contains(other), "{other} in {page}");
    }
    assert!(
        page.contains("<script type=\"module\">unpack()\nstart()</script>") && page.contains("worker-src blob:"),
        "{page}"
    );
    let packed =
        "weave()\nfunction init(){}function stats(){}\nwindow.visavisBindings={default:init,stats};\n{\nboot()\n}";
    for text in ["unpack()\nstart()", packed, "a{}\nb{}"] {
        let hash = base64::Engine::encode(
            &base64::engine::general_purpose::STANDARD,
            <sha2::Sha256 as sha2::Digest>::digest(text),
        );
        assert!(page.contains(&format!("'sha256-{hash}'")), "{hash} in {page}");
    }
}

#[test]
fn one_file_takes_another_pack() {
    let (first, second) = (pack("x", "full"), pack("y", "full"));
    let wanted = staged().dress(&second).unwrap().single().unwrap().to_vec();
    let single = staged().dress(&first).unwrap().single().unwrap().to_vec();
    let refilled = Site::of_single(single).dress(&second).unwrap();
    assert_eq!(refilled.single(), Some(wanted.as_slice()));
    assert!(text(&refilled, "articles/index.html").contains("<h1>y</h1>"));
}

#[test]
fn the_service_worker_knows_each_file_that_the_page_loads() {
    let site = staged().dress(&pack("x", "full")).unwrap();
    let worker = text(&site, "sw.js");
    assert!(worker.starts_with("// x\nconst BUILD = {\"files\":") && worker.ends_with("};\nrest"), "{worker}");
    for (name, _) in site.files().filter(|(name, _)| !["sw.js", SINGLE, ".nojekyll", "index.html"].contains(name)) {
        assert!(worker.contains(&format!("\"{name}\":")), "{name} is not in {worker}");
    }
    assert!(worker.contains("\"./\":") && !worker.contains(SINGLE));
    let other = staged().dress(&pack("y", "full")).unwrap();
    assert_ne!(text(&other, "sw.js"), worker);
}

#[test]
fn a_plain_page_shows_texts_as_texts_and_is_not_for_indexes() {
    let site = staged().dress(&pack("x", "full")).unwrap();
    let page = text(&site, "articles/a.html");
    assert!(
        page.contains("<h1>Un titre &lt;img src=x&gt;</h1>") && page.contains("&lt;script&gt;x&lt;/script&gt;"),
        "{page}"
    );
    assert!(
        page.contains("O &amp; &lt;Co&gt;")
            && page.contains("content=\"noindex\"")
            && page.contains("Fin de l’article"),
        "{page}"
    );
    assert!(text(&site, "articles/index.html").contains("<a href=\"a.html\""));
}

#[test]
fn what_an_outlet_does_not_allow_is_not_published() {
    let excerpt = staged().dress(&pack("x", "excerpt")).unwrap();
    let page = text(&excerpt, "articles/a.html");
    assert!(page.contains("Première phrase") && page.contains("[…]") && !page.contains("Fin de l’article"), "{page}");
    let none = staged().dress(&pack("x", "none")).unwrap();
    let page = text(&none, "articles/a.html");
    assert!(page.contains("Un titre") && !page.contains("Première phrase"), "{page}");
}

#[test]
fn a_folder_is_written_and_read_back() {
    let site = staged().dress(&pack("x", "full")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    site.write(&folder.path().join("new")).unwrap();
    assert_eq!(Site::read(&folder.path().join("new")).unwrap(), site);
}
