//! A form that is shown again in another language, with everything that was typed into it. What came is put into the page
//! once it is written, so that it works for every form there is, whatever a page makes its fields of.

use std::collections::VecDeque;

use kinfolio::field::{self, FieldName};

use super::tags::{self, Tags, attribute, is_called, quoted, with_attribute, with_mark};
use crate::fields::Values;
use crate::parts::escaped;

/// What was typed into a form of a page.
#[derive(Clone, Debug)]
pub(crate) struct Refill {
    /// Where the form is sent.
    pub form: String,
    /// The place among those that are sent there.
    pub number: usize,
    pub values: Values,
}

/// That a page has what was typed in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refilled;

/// Whether a field holds what is never sent back.
fn is_secret(name: &str) -> bool {
    name.starts_with("password")
}

/// The values that have not found their place yet.
struct Left(Vec<(String, VecDeque<String>)>);

impl Left {
    fn of(values: &Values) -> Self {
        let mut left: Vec<(String, VecDeque<String>)> = Vec::new();
        for (name, value) in values.iter().filter(|(name, _)| !is_secret(name) && *name != field::IN_LANGUAGE.as_str())
        {
            match left.iter_mut().find(|(known, _)| known == name) {
                Some((_, values)) => values.push_back(value.to_owned()),
                None => left.push((name.to_owned(), VecDeque::from([value.to_owned()]))),
            }
        }
        Self(left)
    }

    /// The next value of a field.
    fn next(&mut self, name: &str) -> Option<String> {
        self.0.iter_mut().find(|(known, _)| known == name)?.1.pop_front()
    }

    /// Whether this value of a field came.
    fn take(&mut self, name: &str, value: &str) -> bool {
        let Some((_, values)) = self.0.iter_mut().find(|(known, _)| known == name) else { return false };
        let place = values.iter().position(|other| other == value);
        place.and_then(|place| values.remove(place)).is_some()
    }

    /// What has no field on the page goes along unseen, so that nothing is lost.
    fn unseen(self) -> String {
        let fields =
            self.0.into_iter().flat_map(|(name, values)| values.into_iter().map(move |value| (name.clone(), value)));
        fields
            .map(|(name, value)| {
                format!("<input type=\"hidden\" name=\"{}\" value=\"{}\">", quoted(&name), quoted(&value))
            })
            .collect()
    }
}

/// The page with what was typed in its form; nothing where it has no such form.
pub(super) fn refilled(html: &str, refill: &Refill) -> Option<String> {
    let mut page = String::with_capacity(html.len() + 1024);
    let (mut before, mut inside, mut list) = (0, None, String::new());
    let mut is_found = false;
    for (text, tag) in Tags::of(html) {
        page.push_str(text);
        if is_called(tag, "form") {
            let is_sent = tag.contains(" method=\"post\"") || tag.contains(" method=\"get\"");
            let is_ours = is_sent && attribute(tag, "action").unwrap_or_default() == refill.form;
            inside = (is_ours && before == refill.number).then(|| Left::of(&refill.values));
            before += usize::from(is_ours);
            is_found |= inside.is_some();
        }
        let Some(left) = inside.as_mut() else {
            page.push_str(tag);
            continue;
        };
        if tag.starts_with("</form>") {
            page.push_str(&inside.take().map(Left::unseen).unwrap_or_default());
            page.push_str(tag);
        } else if is_called(tag, "input") {
            page.push_str(&input(tag, left));
        } else if is_called(tag, "textarea") {
            page.push_str(&area(tag, left));
        } else if is_called(tag, "option") {
            let is_on = attribute(tag, "value").is_some_and(|value| left.take(&list, &value));
            page.push_str(&with_mark(tag, "selected", is_on));
        } else {
            if is_called(tag, "select") {
                list = attribute(tag, "name").unwrap_or_default();
            }
            page.push_str(tag);
        }
    }
    is_found.then_some(page)
}

fn input(tag: &str, left: &mut Left) -> String {
    let name = attribute(tag, "name").unwrap_or_default();
    match attribute(tag, "type").unwrap_or_default().as_str() {
        "checkbox" | "radio" => {
            let value = attribute(tag, "value").unwrap_or_else(|| "on".to_owned());
            with_mark(tag, "checked", left.take(&name, &value))
        }
        "submit" | "button" | "image" | "reset" | "file" | "password" => tag.to_owned(),
        _ => left.next(&name).map_or_else(|| tag.to_owned(), |value| with_attribute(tag, "value", &value)),
    }
}

fn area(tag: &str, left: &mut Left) -> String {
    let name = FieldName::as_sent(&attribute(tag, "name").unwrap_or_default());
    match left.next(name.as_str()) {
        Some(words) => format!("{}\n{}", &tag[..tags::own_end(tag)], escaped(&words)),
        None => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: &str, typed: &[(&str, &str)]) -> Option<String> {
        let mut values = Values::default();
        for (name, value) in typed {
            values.add(FieldName::as_sent(name), *value);
        }
        refilled(page, &Refill { form: "/a".into(), number: 0, values })
    }

    #[test]
    fn every_kind_of_field_holds_what_was_typed() {
        let page = "<form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"version\" value=\"4\"/>\
            <input type=\"text\" name=\"title\"/><textarea name=\"text\">\nold</textarea>\
            <input type=\"checkbox\" name=\"t\" value=\"1\" checked/><input type=\"checkbox\" name=\"t\" value=\"2\"/>\
            <select name=\"s\"><option value=\"a\" selected>A</option><option value=\"b\">B</option></select></form>";
        let typed = [
            ("version", "3"),
            ("title", "\"a\" & <b>"),
            ("text", "</textarea><b>"),
            ("t", "2"),
            ("s", "b"),
            ("x", "y"),
        ];
        let page = shown(page, &typed).expect("the form");
        assert_eq!(
            page,
            "<form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"version\" value=\"3\"/>\
            <input type=\"text\" name=\"title\" value=\"&quot;a&quot; &amp; &lt;b&gt;\"/><textarea name=\"text\">\n&lt;/textarea&gt;&lt;b&gt;</textarea>\
            <input type=\"checkbox\" name=\"t\" value=\"1\"/><input type=\"checkbox\" name=\"t\" value=\"2\" checked/>\
            <select name=\"s\"><option value=\"a\">A</option><option value=\"b\" selected>B</option></select>\
            <input type=\"hidden\" name=\"x\" value=\"y\"></form>"
        );
    }

    #[test]
    fn only_the_form_itself_is_filled_and_passwords_never_are() {
        let form = "<form method=\"post\" action=\"/b\"><input name=\"a\"></form>";
        assert_eq!(shown(form, &[("a", "1")]), None);
        let two = "<form method=\"post\" action=\"/a\"><input name=\"a\"></form><form method=\"post\" action=\"/a\">\
            <input name=\"a\"><input type=\"password\" name=\"password\"></form>";
        let page = shown(two, &[("a", "1"), ("password", "secret")]).expect("the form");
        assert_eq!(page.matches("value=\"1\"").count(), 1);
        assert!(!page.contains("secret"));
    }
}
