//! Leaving a device that others use too. Its half in the browser is no island: what a page needs of it is one listener, and every page with a script
//! has it.

use leptos::prelude::*;

/// Placed in the form that signs out: first sends whatever of theirs waits on this device. What cannot be sent stays
/// there, sealed, and they are told. It also sends what waits as soon as its page is there, for whoever came back.
#[component]
pub fn Leaving(
    /// Whether its page is only there to leave, and has its own buttons.
    #[prop(optional)]
    at_once: bool,
) -> impl IntoView {
    let asks = (!at_once).then(|| {
        view! { <div hidden><button>{say!(leaving.go)}</button><button type="button">{say!(leaving.stay)}</button></div> }
    });
    view! {
        <div class="leaving" data-once=at_once.then_some("1") data-sending=say!(leaving.sending) data-waits=say!(leaving.waits)
            data-away=say!(leaving.away) data-away-title=say!(leaving.away_title)>
            <p class="small" role="status"></p>
            {asks}
        </div>
    }
}
