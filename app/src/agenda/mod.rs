//! What matters now, in words: the day of a conference and the steps that everybody's first page begins with.

mod day;
pub mod put_off;
pub(crate) mod student;

pub(crate) use day::DayCard;

use leptos::prelude::*;

/// One thing that could be done: what, the way to it, and what its button says.
pub struct StepWords {
    pub what: AnyView,
    pub to: String,
    pub action: String,
    /// What ways of one name are told apart by: the words of `what`.
    pub told: String,
}

impl StepWords {
    pub(crate) fn new(what: String, to: String, action: String) -> Self {
        Self { told: what.clone(), what: what.into_any(), to, action }
    }
}

/// How many steps stand beneath the first one.
const FEW: usize = 3;

/// The first step, and the few that come after it. Where the day stands above, they are what comes before it.
#[component]
pub fn Steps(steps: Vec<StepWords>, beneath_the_day: bool) -> impl IntoView {
    let mut steps = steps.into_iter();
    if beneath_the_day {
        return view! { <Later steps=steps.collect() heading=say!(agenda.before)/> }.into_any();
    }
    let first = steps.next().map(|StepWords { what, to, action, .. }| {
        view! {
            <section class="next">
                <h2 class="soft small">{say!(home.next)}</h2>
                <p class="next__what">{what}</p>
                <div class="actions"><a class="btn btn--primary btn--big" href=to>{action}</a></div>
            </section>
        }
    });
    view! { {first} <Later steps=steps.collect() heading=say!(agenda.then)/> }.into_any()
}

/// Steps that come after another one.
#[component]
pub fn Later(
    steps: Vec<StepWords>,
    heading: String,
    /// Whether they stand beneath a heading of their own.
    #[prop(optional)]
    beneath: bool,
) -> impl IntoView {
    (!steps.is_empty()).then(|| {
        let rows = steps
            .into_iter()
            .take(FEW)
            .map(|StepWords { what, to, action, told }| {
                let label = format!("{action}: {told}");
                view! { <li><p>{what}</p> <a class="push go small" href=to aria-label=label>{action}</a></li> }
            })
            .collect_view();
        let heading = match beneath {
            true => view! { <h3 class="soft small">{heading}</h3> }.into_any(),
            false => view! { <h2 class="soft small">{heading}</h2> }.into_any(),
        };
        view! { <section class="then">{heading}<ul class="lines">{rows}</ul></section> }
    })
}
