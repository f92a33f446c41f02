//! What every form has, put into the page once it is written, so that no form can be without: the key that tells a form that
//! is sent twice from two forms (see `idempotency`), the mark of whoever opened it, whose words it sends, and the ways to read it
//! in another language with everything kept. The same pass leaves out what only hydration needs.

use kinfolio::field;

use super::tags::{Tags, attribute, is_called, quoted};

/// Forms that may be sent as often as anybody likes, and stand on every page.
const WITHOUT: [&str; 2] = [" action=\"/language\"", " action=\"/sign-out\""];

/// Forms by which somebody comes in: they send nobody's words but carry those of others along.
const DOORS: [&str; 2] = ["/grant", "/sign-in"];

/// What stands between two texts, so that hydration tells them apart.
const MARKER: &str = "<!>";

/// What the buttons carry that choose another language.
const SWITCH: &str = " data-switch=\"yes\"";

/// Kinds of fields that nobody types or chooses anything in.
const NOT_TYPED: [&str; 6] = ["hidden", "submit", "button", "image", "reset", "file"];

/// What is put into the forms of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct FormPass {
    /// The key; nobody's form has one.
    pub key: Option<String>,
    /// The mark of whoever opens it.
    pub opened_by: Option<String>,
    /// What says whose words it sends; as HTML.
    pub whose: Option<String>,
    /// The page's address, and where a form goes that is to be shown in another language.
    pub here: String,
    pub switch: &'static str,
    /// Whether the page is woken in the browser.
    pub hydrates: bool,
}

/// A form, as the page has it.
#[derive(Debug, Default)]
struct FormSeen {
    posts: bool,
    /// Whether it asks for a page: what somebody looks for is typed too.
    asks: bool,
    /// Whether something is typed or chosen in it.
    is_typed: bool,
    /// Whether it sends words.
    has_words: bool,
    id: Option<String>,
    /// Its first button, as the page has it: what Enter presses.
    first_button: Option<String>,
    /// Where it is sent, and its place among those that are sent there.
    action: String,
    number: usize,
}

/// The page, with what its forms have. `languages` is what chooses another language, for forms that the one in the page's head
/// does not belong to; as HTML.
pub(super) fn keyed(html: String, pass: &FormPass, languages: &dyn Fn() -> String) -> String {
    let forms = forms_in(&html);
    if forms.is_empty() && pass.hydrates {
        return html;
    }
    // The buttons in the head belong to the first form in which something is typed; one that only asks comes after those.
    let first = |is_one: &dyn Fn(&FormSeen) -> bool| forms.iter().position(|form| form.is_typed && is_one(form));
    let main = first(&|form| form.posts).or_else(|| first(&|_| true));
    let mut page = String::with_capacity(html.len() + 512);
    let mut place = 0;
    let (mut wants_key, mut wants_mark) = (false, false);
    let mut has_first = false;
    for (text, tag) in Tags::of(&html) {
        page.push_str(text);
        let form = forms.get(place);
        if tag == MARKER && !pass.hydrates {
        } else if is_called(tag, "form") {
            (wants_key, wants_mark) = form.map_or((false, false), |form| (form.posts, form.posts && !form.is_a_door()));
            page.push_str(tag);
            if let Some(form) = form.filter(|form| Some(place) == main && form.id.is_none()) {
                page.truncate(page.len() - 1);
                page.push_str(&format!(" id=\"{}\">", form.named()));
            }
        } else if tag.starts_with("</form>") {
            if let Some(form) = form {
                let languages = (form.is_typed && Some(place) != main).then(languages);
                pass.end(&mut page, form, languages, (wants_key, wants_mark));
            }
            (wants_key, wants_mark) = (false, false);
            place += 1;
            page.push_str(tag);
        } else if is_called(tag, "button") && tag.contains(SWITCH) {
            let main = main.and_then(|main| forms.get(main));
            if !std::mem::replace(&mut has_first, true) {
                page.push_str(&main.and_then(FormSeen::enter).unwrap_or_default());
            }
            page.push_str(&pass.button(tag, main));
        } else {
            if (wants_key || wants_mark) && is_called(tag, "input") {
                let is_named = |name: &field::FieldName| tag.contains(&format!(" name=\"{name}\""));
                wants_key &= !is_named(&field::ONCE);
                wants_mark &= !is_named(&field::OPENED_BY);
            }
            page.push_str(tag);
        }
    }
    page
}

/// The forms of a page, in their order.
fn forms_in(html: &str) -> Vec<FormSeen> {
    let mut forms: Vec<FormSeen> = Vec::new();
    let mut is_open = false;
    for (_, tag) in Tags::of(html) {
        if is_called(tag, "form") {
            let posts = tag.contains(" method=\"post\"") && !WITHOUT.iter().any(|action| tag.contains(action));
            let asks = tag.contains(" method=\"get\"");
            let action = attribute(tag, "action").unwrap_or_default();
            let number = forms.iter().filter(|form| form.is_sent() && form.action == action).count();
            let id = attribute(tag, "id");
            forms.push(FormSeen { posts, asks, id, action, number, ..FormSeen::default() });
            is_open = true;
        } else if tag.starts_with("</form>") {
            is_open = false;
        } else if let Some(form) = forms.last_mut().filter(|form| is_open && form.is_sent()) {
            let kind = || attribute(tag, "type").unwrap_or_default();
            let is_button = is_called(tag, "button") && matches!(kind().as_str(), "" | "submit");
            if is_button && !tag.contains(SWITCH) && !tag.contains(" disabled") {
                form.first_button.get_or_insert_with(|| tag.to_owned());
            }
            if is_called(tag, "textarea") {
                (form.is_typed, form.has_words) = (true, true);
            } else if is_called(tag, "select") {
                form.is_typed = true;
            } else if is_called(tag, "input") && !NOT_TYPED.contains(&kind().as_str()) {
                form.is_typed = true;
                form.has_words |= matches!(kind().as_str(), "" | "text");
            } else if is_called(tag, "input") && kind() == "file" {
                form.has_words = true;
            }
        }
    }
    forms
}

impl FormSeen {
    fn is_sent(&self) -> bool {
        self.posts || self.asks
    }

    fn is_a_door(&self) -> bool {
        DOORS.contains(&self.action.as_str())
    }

    /// What Enter presses in a field of it. The first button of a form is pressed, wherever it stands: the languages' in the
    /// page's head come before its own, so that there is one before them that nobody sees and that does what its own does.
    fn enter(&self) -> Option<String> {
        let own = self.first_button.as_ref()?;
        let does = ["name", "value", "formaction", "formmethod", "formenctype"];
        let does = does.iter().filter_map(|name| Some(format!(" {name}=\"{}\"", quoted(&attribute(own, name)?))));
        let unchecked = if own.contains(" formnovalidate") { " formnovalidate" } else { "" };
        let does: String = does.collect();
        Some(format!("<button form=\"{}\" tabindex=\"-1\" hidden{does}{unchecked}></button>", quoted(&self.named())))
    }

    /// What buttons elsewhere know it by.
    fn named(&self) -> String {
        self.id.clone().unwrap_or_else(|| "the-form".to_owned())
    }
}

impl FormPass {
    /// What stands at the end of a form.
    fn end(
        &self,
        page: &mut String,
        form: &FormSeen,
        languages: Option<String>,
        (wants_key, wants_mark): (bool, bool),
    ) {
        let unseen =
            |name: &field::FieldName, value: &str| format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
        if form.has_words
            && form.posts
            && !form.is_a_door()
            && let Some(whose) = &self.whose
        {
            page.push_str(whose);
        }
        if let Some(languages) = languages {
            let buttons = Tags::of(&languages).map(|(text, tag)| match tag.contains(SWITCH) {
                true => format!("{text}{}", self.switched(tag, form, "")),
                false => format!("{text}{tag}"),
            });
            page.push_str(&buttons.collect::<String>());
        }
        if let Some(key) = self.key.as_ref().filter(|_| wants_key) {
            page.push_str(&unseen(&field::ONCE, key));
        }
        if let Some(mark) = self.opened_by.as_ref().filter(|_| wants_mark) {
            page.push_str(&unseen(&field::OPENED_BY, mark));
        }
    }

    /// A button of the page's head: where something is typed on the page, it takes that along.
    fn button(&self, tag: &str, main: Option<&FormSeen>) -> String {
        match main {
            Some(form) => self.switched(tag, form, &format!(" form=\"{}\"", quoted(&form.named()))),
            None => tag.replacen(SWITCH, "", 1),
        }
    }

    fn switched(&self, tag: &str, form: &FormSeen, belongs: &str) -> String {
        let mut question = form_urlencoded::Serializer::new(String::new());
        question.append_pair(field::THEN.as_str(), &self.here);
        question.append_pair(field::FORM.as_str(), &form.action);
        question.append_pair(field::NUMBER.as_str(), &form.number.to_string());
        let to = quoted(&format!("{}?{}", self.switch, question.finish()));
        let sends = format!("{belongs} formaction=\"{to}\" formmethod=\"post\" formnovalidate");
        tag.replacen(SWITCH, &sends, 1).replacen(
            &format!(" name=\"{}\"", field::LANGUAGE),
            &format!(" name=\"{}\"", field::IN_LANGUAGE),
            1,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::FormPass;

    fn with(key: Option<&str>, hydrates: bool) -> FormPass {
        FormPass { key: key.map(str::to_owned), hydrates, ..FormPass::default() }
    }

    fn keyed(page: &str, key: Option<&str>, hydrates: bool) -> String {
        super::keyed(page.to_owned(), &with(key, hydrates), &String::new).replace(" id=\"the-form\"", "")
    }

    fn with_key(page: &str, key: &str) -> String {
        keyed(page, Some(key), true)
    }

    #[test]
    fn what_only_hydration_needs_is_left_out_where_nothing_hydrates() {
        let page = "<p>a<!>b<!></p><form method=\"post\"><!>c</form><textarea>&lt;!></textarea>";
        let plain = page.replace("<!>", "");
        assert_eq!(keyed(page, None, false), plain);
        assert_eq!(keyed(page, Some("k"), false).replace(KEY, ""), plain);
        assert_eq!(keyed(page, Some("k"), true).replace(KEY, ""), page);
        assert_eq!(keyed(page, None, true), page);
    }

    const KEY: &str = "<input type=\"hidden\" name=\"once\" value=\"k\">";

    #[test]
    fn every_form_that_is_posted_gets_a_key_and_no_other() {
        let page = "<p>a</p><form method=\"post\"><input name=\"a\"><button>b</button></form>\
            <form class=\"row\" method=\"post\" action=\"/x\"></form><form method=\"get\"></form>\
            <form class=\"menu__list\" method=\"post\" action=\"/language\"></form>";
        let with_keys = with_key(page, "k");
        assert_eq!(with_keys.matches(KEY).count(), 2);
        assert!(with_keys.contains(&format!("<button>b</button>{KEY}</form>")));
        assert_eq!(with_keys.replace(KEY, ""), page);
    }

    #[test]
    fn a_form_that_came_back_keeps_its_key_and_its_mark() {
        let page = "<form method=\"post\"><input type=\"hidden\" name=\"once\" value=\"before\"/>\
            <input type=\"hidden\" name=\"opened_by\" value=\"hers\"/></form>";
        let pass = FormPass { opened_by: Some("his".into()), ..with(Some("k"), true) };
        assert_eq!(super::keyed(page.to_owned(), &pass, &String::new), page);
        let marked = super::keyed("<form method=\"post\"></form>".to_owned(), &pass, &String::new);
        assert!(marked.contains("name=\"opened_by\" value=\"his\""), "{marked}");
    }

    #[test]
    fn a_form_with_words_says_whose_they_are_and_one_with_a_button_alone_does_not() {
        let pass = FormPass { whose: Some("<p>Rosa</p>".into()), ..with(None, true) };
        for (fields, says) in [
            ("<textarea name=\"a\"></textarea>", true),
            ("<input name=\"a\">", true),
            ("<input type=\"file\" name=\"a\">", true),
            ("<input type=\"radio\" name=\"a\">", false),
            ("<input type=\"hidden\" name=\"a\"><button>b</button>", false),
        ] {
            let page = super::keyed(format!("<form method=\"post\">{fields}</form>"), &pass, &String::new);
            assert_eq!(page.contains("<p>Rosa</p></form>"), says, "{page}");
        }
    }

    #[test]
    fn choosing_a_language_takes_along_what_is_typed() {
        let button = "<button data-switch=\"yes\" name=\"language\" value=\"es\">Español</button>";
        let head = format!("<form method=\"post\" action=\"/language\">{button}</form>");
        let pass = FormPass { here: "/a?b=c".into(), switch: "/language/kept", ..with(None, false) };
        let languages = || button.to_owned();
        let none = super::keyed(
            format!("{head}<form method=\"post\" action=\"/x\"><button>b</button></form>"),
            &pass,
            &languages,
        );
        assert!(none.contains("<button name=\"language\" value=\"es\">") && !none.contains("formaction"), "{none}");
        let form =
            |id: &str| format!("<form method=\"post\"{id} action=\"/x\"><textarea name=\"t\"></textarea></form>");
        let two = super::keyed(format!("{head}{}{}", form(""), form(" id=\"other\"")), &pass, &languages);
        let to =
            |number: u8| format!("formaction=\"/language/kept?then=%2Fa%3Fb%3Dc&amp;form=%2Fx&amp;number={number}\"");
        assert!(
            two.contains(&format!(
                "<button form=\"the-form\" {} formmethod=\"post\" formnovalidate name=\"in_language\"",
                to(0)
            )),
            "{two}"
        );
        assert!(two.contains("<form method=\"post\" action=\"/x\" id=\"the-form\">"), "{two}");
        assert!(two.contains(&format!("</textarea><button {}", to(1))), "{two}");
    }

    #[test]
    fn what_is_looked_for_is_taken_along_too_and_a_form_that_is_posted_comes_first() {
        let button = "<button data-switch=\"yes\" name=\"language\" value=\"es\">Español</button>";
        let head = format!("<form method=\"post\" action=\"/language\">{button}</form>");
        let search = "<form method=\"get\" action=\"/people\"><input type=\"search\" name=\"find\"></form>";
        let pass = FormPass { here: "/people".into(), switch: "/language/kept", ..with(Some("k"), false) };
        let alone = super::keyed(format!("{head}{search}"), &pass, &String::new);
        let to = "formaction=\"/language/kept?then=%2Fpeople&amp;form=%2Fpeople&amp;number=0\" formmethod=\"post\"";
        assert!(alone.contains(&format!("<button form=\"the-form\" {to}")), "{alone}");
        assert!(!alone.contains(KEY), "{alone}");
        let post = "<form method=\"post\" action=\"/x\"><input name=\"t\"></form>";
        let both = super::keyed(format!("{head}{search}{post}"), &pass, &|| button.to_owned());
        assert!(both.contains(&format!("<input type=\"search\" name=\"find\"><button {to}")), "{both}");
        assert!(both.contains("<form method=\"post\" action=\"/x\" id=\"the-form\">"), "{both}");
    }

    #[test]
    fn enter_does_what_the_forms_own_first_button_does_and_chooses_no_language() {
        let language = |tag: &str| format!("<button data-switch=\"yes\" name=\"language\" value=\"{tag}\"></button>");
        let head = format!("<form method=\"post\" action=\"/language\">{}{}</form>", language("en"), language("es"));
        let form = "<form method=\"post\" action=\"/x\"><input name=\"t\"><button type=\"button\">c</button>\
            <button name=\"keep\" value=\"yes\">b</button><button name=\"draft\" value=\"yes\">d</button></form>";
        let pass = FormPass { here: "/a".into(), switch: "/language/kept", ..with(None, false) };
        let page = super::keyed(format!("{head}{form}"), &pass, &String::new);
        let first = "<button form=\"the-form\" tabindex=\"-1\" hidden name=\"keep\" value=\"yes\"></button>";
        assert_eq!(page.matches(first).count(), 1, "{page}");
        assert!(page.find(first) < page.find("in_language"), "{page}");
        let other = super::keyed(head.clone(), &pass, &String::new);
        assert!(!other.contains("hidden"), "{other}");
    }

    #[test]
    fn words_that_look_like_a_form_are_left_alone() {
        for words in [
            "<textarea>\n&lt;form method=\"post\">it's</form></textarea>",
            "<input value=\"</form><form method='x' > it's\">",
            "<a aria-label=\"a > b\" href='\"</form>'>x</a>",
            "<!-- it's a </form> --> it's </b",
            "<script>let a = \"</form>\"; let b = '<form';</script>",
            "<title>a's </form></title>",
        ] {
            let page = format!("<form method=\"post\">{words}");
            assert_eq!(with_key(&page, "k"), page);
        }
        let page = "<form method=\"post\"><textarea>it's</textarea><input value=\"it's\"></form>";
        assert_eq!(with_key(page, "k").matches(KEY).count(), 1);
        // Cut anywhere, it stays what it was.
        for end in 0..page.len() {
            assert_eq!(with_key(&page[..end], "k"), page[..end]);
        }
    }
}
