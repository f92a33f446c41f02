//! Somebody writes with an input method, as for Chinese, Japanese and Korean and on most phones, while somebody else writes
//! in the same statement: the words of both stay.

use kinfolio_testkit::browser::{Browser, Look};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

use crate::house::House;
use crate::together::{adds, is_here, reads};

const TEXT: &str = "return document.getElementById('field-text').value";

/// What stands in the field while a word is put together, and what it becomes.
type Word = (&'static [&'static str], &'static str);

const CHINESE: Word = (&["n", "ni", "ni h", "ni hao"], "你好");
const JAPANESE: Word = (&["に", "にほ", "にほんご"], "日本語");
const KOREAN: Word = (&["ㅎ", "하", "한", "한구"], "한국");
const ARABIC: Word = (&["م", "مر", "مرح"], "مرحبا");
const EMOJI: Word = (&[":home", ":home:"], "🏡👩\u{200d}🌾");
const PHONE: Word = (&["h", "he", "hel"], "helicopter");

#[derive(Clone, Copy, Debug)]
enum DataPlace {
    Start,
    Middle,
    End,
}

impl DataPlace {
    const ALL: [Self; 3] = [Self::Start, Self::Middle, Self::End];

    /// Puts the writer there.
    async fn take(self, browser: &Browser) {
        let at = match self {
            Self::Start => "0",
            Self::Middle => "field.value.indexOf(' ') + 1",
            Self::End => "field.value.length",
        };
        browser
            .run(&format!(
                "const field = document.getElementById('field-text'); field.focus(); const at = {at};
                 field.setSelectionRange(at, at); return true"
            ))
            .await;
    }
}

/// Two people at one statement.
struct Two {
    student: Browser,
    advisor: Browser,
    statement: String,
    written: Vec<String>,
}

impl Two {
    async fn at_one_statement(house: &House) -> Self {
        let student = house.sign_in_as("Marisol", Look::LAPTOP).await;
        student.click("What success means").await;
        student.click("Grown from the words of").await;
        student.click("Change these words").await;
        let statement = student.path().await;
        let advisor = house.sign_in_as("Ruth Adeyemi", Look::LAPTOP).await;
        advisor.goto(&statement).await;
        is_here(&student, "Ruth Adeyemi").await;
        is_here(&advisor, "Marisol").await;
        Self { student, advisor, statement, written: Vec::new() }
    }

    /// The student composes a word here; after so many steps somebody else's word arrives there.
    async fn compose(&mut self, (steps, word): Word, here: DataPlace, after: usize, there: DataPlace) {
        let token = format!("[{}🌱]", self.written.len());
        here.take(&self.student).await;
        for (number, step) in steps.iter().enumerate() {
            self.student.compose(step).await;
            if number == after {
                there.take(&self.advisor).await;
                self.advisor.composed(&token).await;
                self.advisor.see("Everything is kept.").await;
            }
        }
        self.student.composed(word).await;
        self.written.extend([token, word.to_owned()]);
        for browser in [&self.student, &self.advisor] {
            self.reads_everything(browser).await;
        }
    }

    /// Waits until every word is in somebody's window, as often as it was written. One that came in the middle of another
    /// one, because both wrote at the same place, is read apart.
    async fn reads_everything(&self, browser: &Browser) {
        let mut missing = Vec::new();
        for _ in 0..200 {
            let text = browser.run(TEXT).await.as_str().unwrap_or_default().to_owned();
            let often = |text: &str, word: &str| text.matches(word).count();
            let (tokens, words): (Vec<&String>, Vec<_>) = self.written.iter().partition(|word| word.starts_with('['));
            let rest = tokens.iter().fold(text.clone(), |rest, token| rest.replace(token.as_str(), ""));
            let wanted = |word: &str| words.iter().filter(|other| **other == word).count();
            missing.clear();
            missing.extend(tokens.iter().filter(|token| often(&text, token) != 1).map(ToString::to_string));
            missing.extend(words.iter().filter(|word| often(&rest, word) != wanted(word)).map(ToString::to_string));
            if missing.is_empty() {
                return;
            }
            missing.push(text);
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("not as often as it was written: {missing:?}");
    }

    /// Both windows and what is kept read the same, with every word in it as often as it was written.
    async fn have_everything(&self) {
        self.student.see("Everything is kept.").await;
        let here = self.student.run(TEXT).await.as_str().unwrap_or_default().to_owned();
        reads(&self.advisor, &here).await;
        let there = self.advisor.run(TEXT).await;
        assert_eq!(there.as_str(), Some(here.as_str()));
        let fetch = format!(
            "return fetch('{}').then(answer => answer.text()).then(page =>
                new DOMParser().parseFromString(page, 'text/html').getElementById('field-text').value)",
            self.statement
        );
        let kept = self.student.run(&fetch).await;
        assert_eq!(kept.as_str(), Some(here.as_str()), "what is kept");
        self.reads_everything(&self.student).await;
    }

    async fn close(self) {
        assert_eq!(self.student.console_errors().await, Vec::<String>::new());
        self.student.close().await;
        self.advisor.close().await;
    }
}

#[tokio::test]
async fn who_composes_a_word_takes_out_nobody_elses() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let mut two = Two::at_one_statement(&house).await;
    for (word, here, after, there) in [
        (CHINESE, DataPlace::End, 1, DataPlace::Start),
        (JAPANESE, DataPlace::Start, 0, DataPlace::End),
        (KOREAN, DataPlace::Middle, 2, DataPlace::Middle),
        (ARABIC, DataPlace::Start, 1, DataPlace::Start),
        (EMOJI, DataPlace::Middle, 0, DataPlace::Start),
        (PHONE, DataPlace::End, 1, DataPlace::End),
    ] {
        two.compose(word, here, after, there).await;
    }
    two.have_everything().await;
    // And anyhow.
    let mut dice = StdRng::seed_from_u64(13);
    for _ in 0..10 {
        let word = *[CHINESE, JAPANESE, KOREAN, ARABIC, EMOJI, PHONE].choose(&mut dice).expect("a word");
        let mut place = || *DataPlace::ALL.choose(&mut dice).expect("a place");
        let (here, there) = (place(), place());
        two.compose(word, here, dice.random_range(0..word.0.len()), there).await;
    }
    two.have_everything().await;
    two.close().await;
}

#[tokio::test]
async fn what_is_being_composed_goes_with_the_form_and_stays_when_the_page_is_left() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let two = Two::at_one_statement(&house).await;
    DataPlace::End.take(&two.student).await;
    two.student.compose("にほ").await;
    two.student.run("document.getElementById('field-text').form.requestSubmit()").await;
    two.student.see("にほ").await;
    assert_ne!(two.student.path().await, two.statement, "it is saved");
    reads(&two.advisor, "にほ").await;
    two.student.goto(&two.statement).await;
    is_here(&two.student, "Ruth Adeyemi").await;
    DataPlace::Start.take(&two.student).await;
    two.student.compose("한").await;
    two.student.goto("/").await;
    reads(&two.advisor, "한").await;
    two.close().await;
}

#[tokio::test]
async fn what_does_not_fit_is_said_and_waits_until_it_fits() {
    let house = House::open().await;
    if !house.has_client() {
        return;
    }
    let two = Two::at_one_statement(&house).await;
    let long = format!(" {}", "warm ".repeat(110));
    adds(&two.student, &long).await;
    two.student.see("this is longer").await;
    two.student.look_over().await;
    adds(&two.student, "farther").await;
    // Somebody else goes on meanwhile, and nobody is thrown out.
    adds(&two.advisor, " Slowly.").await;
    reads(&two.student, "Slowly.").await;
    reads(&two.student, "farther").await;
    two.advisor.see("Everything is kept.").await;
    let there = two.advisor.run(TEXT).await;
    assert!(!there.as_str().unwrap_or_default().contains("farther"), "{there}");
    // The form says so too, and gives the words back.
    two.student.click("Save").await;
    two.student.see("This is longer than fits.").await;
    reads(&two.student, "farther").await;
    two.student.see("this is longer").await;
    two.student.look_over().await;
    // The page is left and comes back: the words waited on the device.
    two.student.goto(&two.statement).await;
    reads(&two.student, "farther").await;
    two.student.see("this is longer").await;
    // It is made shorter, and goes out.
    two.student
        .run(
            "const field = document.getElementById('field-text'); field.focus();
             field.setSelectionRange(field.value.indexOf('warm'), field.value.lastIndexOf('warm') - 20);
             document.execCommand('delete')",
        )
        .await;
    two.student.see("Everything is kept.").await;
    reads(&two.advisor, "farther").await;
    two.have_everything().await;
    two.close().await;
}
