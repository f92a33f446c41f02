use std::time::{Duration, Instant};

use super::*;

#[test]
fn nothing_a_person_writes_becomes_a_script() {
    for hostile in [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "![x](https://tracker.example/pixel.png)",
        "<a href='data:text/html,<script>'>x</a>",
        "```<script>\n</script>\n```",
    ] {
        let html = render(hostile);
        assert!(!html.contains("<script"), "{hostile} became {html}");
        assert!(!html.contains("<img"), "{hostile} became {html}");
        assert!(!html.contains("href=\"javascript"), "{hostile} became {html}");
        assert!(!html.contains("href=\"data:"), "{hostile} became {html}");
    }
}

/// What is made of a text, without the directions.
fn shown(text: &str) -> String {
    render(text)
        .replace(" dir=\"auto\"", "")
        .replace(" tabindex=\"0\"", "")
        .replace(" class=\"address\"", "")
        .replace(" rel=\"noopener noreferrer nofollow ugc\"", "")
        .trim()
        .to_owned()
}

#[test]
fn headings_stay_below_the_pages_own() {
    assert!(shown("# First").starts_with("<h3>First"));
}

#[test]
fn words_are_shown_as_people_mean_them() {
    for (typed, meant) in [
        // A poem, a letter.
        ("Two lines\nof a poem", "<p>Two lines<br>\nof a poem</p>"),
        ("Dear Abuela,\r\nthank you.\r\n\r\nLove,\r\n-", "<p>Dear Abuela,<br>\nthank you.</p>\n<p>Love,<br>\n-</p>"),
        ("\tIndented by a tab.", "<p>Indented by a tab.</p>"),
        ("One.\n\n    Indented by four.\n    So is this.", "<p>One.</p>\n<p>Indented by four.<br>\nSo is this.</p>"),
        // Lists, typed and pasted.
        (
            "We need:\n• milk\n•\teggs\nThen we cook.",
            "<p>We need:</p>\n<ul>\n<li>milk</li>\n<li>eggs</li>\n</ul>\n<p>Then we cook.</p>",
        ),
        ("- one\n    - within\n- two", "<ul>\n<li>one\n<ul>\n<li>within</li>\n</ul>\n</li>\n<li>two</li>\n</ul>"),
        ("3. three\n5. five", "<ol start=\"3\">\n<li>three</li>\n<li value=\"5\">five</li>\n</ol>"),
        ("1986. We came.\n1991. I was born.", "<p>1986. We came.<br>\n1991. I was born.</p>"),
        ("We were\n14. of May, nobody came.", "<p>We were<br>\n14. of May, nobody came.</p>"),
        ("1. salt\n\n2. rice", "<ol>\n<li>\n<p>salt</p>\n</li>\n<li>\n<p>rice</p>\n</li>\n</ol>"),
        // Signs that mean nothing.
        ("2*3*4 and 2**3**4", "<p>2*3*4 and 2**3**4</p>"),
        ("Title\n---\nwords", "<p>Title</p>\n<hr>\n<p>words</p>"),
        ("Title\n===", "<p>Title<br>\n===</p>"),
        ("about ~x~ and ~~x~~ and ~~~", "<p>about ~x~ and <del>x</del> and ~~~</p>"),
        ("~~~\nwords", "<p>~~~<br>\nwords</p>"),
        ("+ 3 apples", "<p>+ 3 apples</p>"),
        (">:( I said", "<p>&gt;:( I said</p>"),
        ("^_^ and ^_^", "<p>^_^ and ^_^</p>"),
        ("I <3 you & <b>me</b>", "<p>I &lt;3 you &amp; &lt;b&gt;me&lt;/b&gt;</p>"),
        ("[1]: my first source", "<p>[1]: my first source</p>"),
        ("she [laughs](quietly)", "<p>she [laughs](quietly)</p>"),
        ("C:\\", "<p>C:\\</p>"),
        ("a ` alone", "<p>a ` alone</p>"),
        ("```\nnever closed", "<p>```<br>\nnever closed</p>"),
        ("```\n2*3\n```", "<pre><code>2*3\n</code></pre>"),
        ("&copy; 2 &amp; 3", "<p>&amp;copy; 2 &amp;amp; 3</p>"),
        // Signs that mean something.
        ("**so** *it* _is_", "<p><strong>so</strong> <em>it</em> <em>is</em></p>"),
        ("这是**「重要」**的", "<p>这是<strong>「重要」</strong>的</p>"),
        ("**重要:**内容", "<p><strong>重要:</strong>内容</p>"),
        ("他说*“好”*了", "<p>他说<em>“好”</em>了</p>"),
        ("> She said so.\nI agree.", "<blockquote>\n<p>She said so.</p>\n</blockquote>\n<p>I agree.</p>"),
        // Addresses.
        (
            "see https://example.org/a_b_c.",
            "<p>see <a href=\"https://example.org/a_b_c\">https://example.org/a_b_c</a>.</p>",
        ),
        ("(www.example.org/x*y*z)", "<p>(<a href=\"https://www.example.org/x*y*z\">www.example.org/x*y*z</a>)</p>"),
        ("<https://example.org>", "<p><a href=\"https://example.org\">https://example.org</a></p>"),
        (
            "[here](https://example.org/a_(b)) *now*",
            "<p><a href=\"https://example.org/a_(b)\">here</a> <em>now</em></p>",
        ),
        ("version v1.2 costs 3.5", "<p>version v1.2 costs 3.5</p>"),
        ("ask ana@example.org", "<p>ask <a href=\"mailto:ana@example.org\">ana@example.org</a></p>"),
        ("`https://example.org`", "<p><code>https://example.org</code></p>"),
    ] {
        assert_eq!(shown(typed), meant, "{typed}");
    }
}

#[test]
fn every_paragraph_runs_in_the_direction_of_its_own_words() {
    let html = render("Hello!\n\nمرحبا!\n\n- שלום!\n\n> سلام\n\n| a | ب |\n|---|---|\n| ج | d |");
    for block in [
        "<p dir=\"auto\">مرحبا!",
        "<ul dir=\"auto\">",
        "<li dir=\"auto\">",
        "<blockquote dir=\"auto\">",
        "<th dir=\"auto\">ب",
        "<td dir=\"auto\">d",
    ] {
        assert!(html.contains(block), "{block} is not in {html}");
    }
}

#[test]
fn an_address_that_stands_as_it_is_says_so_and_a_named_link_does_not() {
    let html = render("https://example.org/a?b=1&c=2 and www.example.org and [here](https://example.org)");
    assert_eq!(html.matches("<a class=\"address\" href=").count(), 2, "{html}");
    assert!(html.contains("<a href=\"https://example.org\" rel="), "{html}");
}

#[test]
fn words_are_compared_without_their_signs() {
    let text = "# The **river**\nwas `cold`.\n\n- one *fish*\n- two\n\n5. [five](https://example.org)\n";
    assert_eq!(plain(text), "The river\n\nwas cold.\n\n• one fish\n• two\n\n5. five");
    assert_eq!(plain("2*3*4\n\ttab"), "2*3*4\ntab");
}

#[test]
fn what_scrolls_by_itself_is_reached_with_the_keyboard() {
    for text in ["|a|b|\n|-|-|\n|1|2|", "```\nas it is\n```"] {
        assert_eq!(render(text).matches(" tabindex=\"0\"").count(), 1, "{}", render(text));
    }
}

#[test]
fn the_empty_corner_of_a_table_is_no_heading() {
    let table = shown("| | rain |\n|---|:-:|\n| first | 44 |\n| | `<th></th>` |");
    assert!(table.contains("<td></td><th>rain</th>") || table.contains("<td></td><th align"), "{table}");
    assert!(!table.contains("<th></th>") && table.contains("&lt;th&gt;&lt;/th&gt;"), "{table}");
}

#[test]
fn rows_that_end_early_are_filled_up() {
    let table = shown("|a|b|c|\n|-|-|-|\n|1|\n||2|\n");
    assert_eq!(table.matches("<td>").count(), 6, "{table}");
    assert!(table.contains("<td></td><td>2</td><td></td>"), "{table}");
}

#[test]
fn a_glimpse_ends_at_a_word() {
    assert_eq!(glimpse("**At first** I only drew pizzas.", 18), "At first I only…");
}

/// As it is meant: all words are read, and then those that fit are taken.
fn words_that_fit(text: &str, characters: usize) -> String {
    let beginning = text.char_indices().nth(characters * 16 + 1_000).map_or(text, |(end, _)| &text[..end]);
    let mut words = String::new();
    for event in Parser::new_ext(&as_meant(beginning), options()) {
        match event {
            Event::Text(part) | Event::Code(part) => words.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => words.push(' '),
            _ => {}
        }
        if words.chars().count() > characters * 2 {
            break;
        }
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= characters {
        return words;
    }
    let cut: String = words.chars().take(characters).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

#[test]
fn a_glimpse_of_plain_words_is_read_as_they_stand() {
    let text = "We walked to the river. It was 3. December,\nand well-known birds (two) sang!\n\nThen 2 > 1 rained.";
    assert_eq!(plain_beginning(text, 200).as_deref(), Some(&*words_that_fit(text, 200)));
    for marked in ["1. one", "a\n- b", "x *y*", "a  b", "a \nb", "    code", "a & b", "# a", "a\u{A0}b", "a\n===\n"] {
        assert_eq!(plain_beginning(marked, 200), None, "{marked}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(1_000))]
    #[test]
    fn a_glimpse_holds_the_words_that_fit(
        text in "([a-c1é]{1,6}|[ ]{1,2}|\n{1,2}|[-*_+#>=~`.)!|:<&\\\\\\[\\](]|\u{A0}|\t|1\\.|\u{FEFF}){0,40}",
        characters in 0usize..60,
    ) {
        proptest::prop_assert_eq!(glimpse(&text, characters), words_that_fit(&text, characters));
    }
}

#[test]
fn what_people_nest_is_nested() {
    let html =
        shown("> She said:\n>\n> > - *rice*\n> >   - **beans**\n> >     1. ~~salt~~ [here](https://example.org)\n");
    assert_eq!(html.matches("<blockquote>").count(), 2, "{html}");
    assert!(html.contains("<em>rice</em>") && html.contains("<strong>beans</strong>"), "{html}");
    assert!(html.contains("<ol>") && html.contains("<del>salt</del> <a href="), "{html}");
}

/// Words, each on a level of its own.
fn nested(levels: usize) -> Vec<String> {
    let word = |level: usize| format!("word{level}");
    vec![
        (0..levels).map(|level| format!("{}{}\n\n", "> ".repeat(level), word(level))).collect(),
        (0..levels).map(|level| format!("{}- {}\n", "  ".repeat(level), word(level))).collect(),
        (0..levels).map(|level| format!("{}1. {}\n", "   ".repeat(level), word(level))).collect(),
        (0..levels).map(|level| format!("{}{} ", ["*", "**", "_"][level % 3], word(level))).collect(),
        (0..levels).map(|level| format!("> - {}\n", word(level))).collect(),
        (0..levels).map(|level| format!("{} {}\n", "-".repeat(level), word(level))).collect(),
        (0..levels).map(|level| format!("{} {}\n", "- ".repeat(level), word(level))).collect(),
        (0..levels).map(|level| format!("[*a* {}](u) ![{}](v)", word(level), word(level))).collect(),
    ]
}

#[test]
fn however_deep_words_lie_none_is_lost_and_none_runs_into_another() {
    for text in nested(60) {
        let html = render(&text);
        let plain = html.replace('<', " <").replace('>', "> ");
        let words: Vec<&str> =
            plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| w.starts_with("word")).collect();
        for level in 0..60 {
            assert!(words.contains(&format!("word{level}").as_str()), "word{level} of {text} is not in {html}");
        }
        let (mut open, mut deepest) = (0_usize, 0);
        for tag in html.split('<').skip(1) {
            if tag.starts_with('/') {
                open = open.saturating_sub(1);
            } else if !tag.starts_with("hr") && !tag.starts_with("br") {
                open += 1;
                deepest = deepest.max(open);
            }
        }
        assert!(deepest <= 40, "{deepest} levels in {html}");
    }
}

/// Texts of about this length, each of another kind that a parser of Markdown, or of HTML, may take long over.
fn hostile(length: usize) -> Vec<(&'static str, String)> {
    let all = |part: &str| part.repeat(length / part.len());
    let then = |part: &str, between: &str, rest: &str| {
        format!("{}{between}{}", part.repeat(length / 2 / part.len()), rest.repeat(length / 2 / rest.len()))
    };
    let growing = |line: &dyn Fn(usize) -> String| {
        let mut text = String::new();
        for count in 1.. {
            text.push_str(&line(count));
            if text.len() >= length {
                break;
            }
        }
        text
    };
    let table = |columns: usize, row: &str| {
        let head = format!("{}\n{}\n", "|a".repeat(columns), "|-".repeat(columns));
        let rows = length.saturating_sub(head.len()) / row.len();
        head + &row.repeat(rows)
    };
    let mut texts: Vec<(&str, String)> = [
        "> ",
        ">",
        "- ",
        "1. ",
        "> - ",
        "- > 1. ",
        "*",
        "*a ",
        "a*",
        "*a _b ",
        "**a *b ",
        "***a ",
        "~~a ",
        "_a__",
        "[",
        "[a",
        "![",
        "](",
        "[a](",
        "[a](<b",
        "[a]: u\n",
        "[a]: u 'b\n",
        "[a]: <\n",
        "`",
        "`a",
        "|",
        "|\n",
        "&quot;",
        "&a",
        "&",
        "<",
        "<a ",
        "<!",
        "<?",
        "<![CDATA[",
        "<!--",
        "<a:",
        "<a@a",
        "<a b='c",
        "<div>\n",
        "- a\n",
        "- a\n\n",
        "- a\n1. b\n",
        "- [ ] a\n",
        "\\",
        "a\n",
        "a  \n",
        "a\n\n",
        "# a\n",
        "#",
        "a\n=\n",
        "---\n",
        "* * *\n",
        "```\n",
        "~~~a\n",
        "    a\n",
        "\t",
        "> ```\n",
        "> `a\n",
        "*،*",
        "\u{202E}a",
        "[a](b) ",
        "*[a](b)* ",
        "<http://",
        "http://a",
        "http://a/(",
        "](http://a",
        "[a](http://b) ",
        "www.a.b ",
        "www.",
        "a@b.c ",
        "@",
        "、*重",
        "• a\n",
        "\to\ta\n",
        "\ta\n",
        "`` ` ",
        "1986. a\n",
    ]
    .map(|part| (part, all(part)))
    .to_vec();
    texts.extend([
        ("quotes, then lines", then("> ", "a\n", "a\n")),
        ("quotes, then empty quotes", then("> ", "a\n", ">\n")),
        ("lists, then lines", then("- ", "a\n", " b\n")),
        ("lists, then nothing", then("- ", "a\n", "\n")),
        ("emphasis that is closed", then("*a ", "b", " c*")),
        ("emphasis of two kinds that is closed", then("*a _b ", "c", " d_ e*")),
        ("strong that is closed", then("**", "a", "**")),
        ("brackets that are closed", then("[", "a", "]")),
        ("links that are closed", then("[", "a", "](b)")),
        ("pictures that are closed", then("![a", "b", "](c) ")),
        ("parentheses", format!("[a]({}", "(".repeat(length))),
        ("spaces", format!("a{}b", " ".repeat(length))),
        ("ever more backticks", growing(&|count| format!("{} ", "`".repeat(count)))),
        ("ever deeper quotes", growing(&|count| format!("{}a\n", ">".repeat(count)))),
        ("ever deeper lists", growing(&|count| format!("{}- a\n", "  ".repeat(count - 1)))),
        (
            "ever deeper lists, many a line",
            growing(&|count| format!("{}{}a\n", " ".repeat(60 * count), "- ".repeat(30))),
        ),
        ("ever more references", growing(&|count| format!("[{count}]: /\n"))),
        ("one long reference, many times", format!("[a]: /{}\n\n{}", "x".repeat(length / 2), "[a]".repeat(length / 6))),
        ("a wide table", table(length / 8, "|\n")),
        ("a wide and long table", table(length.isqrt() / 4, "|\n")),
        ("a table of ten columns", table(10, "|a|b|c|d|e|f|g|h|i|j\n")),
        ("fences in quotes", then("> ", "```\n", "> x\n")),
    ]);
    texts
}

/// How long it takes at best: other programs run on the machine as well.
fn time(work: impl Fn()) -> Duration {
    let once = || {
        let begun = Instant::now();
        work();
        begun.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

/// Whether work on the long text takes far longer than its length explains, against the same of a quarter of its length.
fn outgrows(short: impl Fn(), long: impl Fn()) -> bool {
    let (short, long) = (time(short).as_secs_f64(), time(long).as_secs_f64());
    // What takes no time at all is not measured. Linear is four, quadratic sixteen.
    long > 0.020 && long / short > 10.0
}

#[test]
fn the_time_a_text_takes_is_decided_by_its_length() {
    const LENGTH: usize = 20_000;
    // Where nothing is optimised, the library that holds the text checks all of it after every `&`.
    let measured = |name: &str| !(cfg!(debug_assertions) && name.starts_with('&'));
    for ((name, short), (_, long)) in hostile(LENGTH / 4).into_iter().zip(hostile(LENGTH)) {
        if !measured(name) {
            continue;
        }
        assert!(render(&long).len() < 24 * LENGTH, "{name}: {} bytes", render(&long).len());
        assert!(!outgrows(|| drop(render(&short)), || drop(render(&long))), "{name} takes longer than it is long");
        let glimpses = outgrows(|| drop(glimpse(&short, 140)), || drop(glimpse(&long, 140)));
        assert!(!glimpses, "a glimpse of {name} takes longer than it is long");
    }
}
