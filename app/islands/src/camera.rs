//! Taking a picture or a film in place, with the camera of a laptop or a Chromebook. It goes into the form's file field, as if
//! it had been chosen there.

#[cfg(target_arch = "wasm32")]
mod client;

use leptos::html;
use leptos::prelude::*;

words! {
    /// What the camera says, in the reader's language.
    pub struct CameraWords {
        pub open: String,
        pub asking: String,
        pub picture: String,
        pub film: String,
        pub stop: String,
        pub close: String,
        pub taken: String,
        pub no_camera: String,
        /// What the moving picture is, for those who do not see it.
        pub seen: String,
    }
}

/// What a camera is doing.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CameraStage {
    /// This browser cannot look: the plain field does the job.
    Unable,
    Closed,
    /// The browser asks whether it may look.
    Asking,
    Looking,
    Filming,
    NoCamera,
}

impl CameraStage {
    fn is_open(self) -> bool {
        matches!(self, Self::Looking | Self::Filming)
    }
}

/// What a camera shows.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
#[derive(Clone, Copy)]
struct CameraFace {
    stage: RwSignal<CameraStage>,
    /// Whether something was taken since it was opened.
    taken: RwSignal<bool>,
    sight: NodeRef<html::Video>,
    open: NodeRef<html::Button>,
    picture: NodeRef<html::Button>,
    film: NodeRef<html::Button>,
    close: NodeRef<html::Button>,
}

/// Takes pictures, and films of at most so many seconds, into the file field with the id `field-{field}`.
#[island]
pub fn Camera(field: String, longest: u32, words: CameraWords) -> impl IntoView {
    let face = CameraFace {
        stage: RwSignal::new(CameraStage::Unable),
        taken: RwSignal::new(false),
        sight: NodeRef::new(),
        open: NodeRef::new(),
        picture: NodeRef::new(),
        film: NodeRef::new(),
        close: NodeRef::new(),
    };
    #[cfg(target_arch = "wasm32")]
    client::wake(face, field, longest);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (field, longest);
    let stage = face.stage;
    let (film, stop) = (words.film, words.stop);
    let (asking, taken, no_camera) = (words.asking, words.taken, words.no_camera);
    let said = move || match stage.get() {
        CameraStage::Asking => asking.clone(),
        CameraStage::NoCamera => no_camera.clone(),
        _ if face.taken.get() => taken.clone(),
        _ => String::new(),
    };
    let filming = move || stage.get() == CameraStage::Filming;
    view! {
        <div class="camera" hidden=move || stage.get() == CameraStage::Unable>
            <button type="button" class="btn btn--quiet" hidden=move || stage.get().is_open() node_ref=face.open>{words.open}</button>
            <div hidden=move || !stage.get().is_open()>
                <video class="camera__sight" playsinline muted aria-label=words.seen node_ref=face.sight></video>
                <p class="row">
                    <button type="button" class="btn btn--primary" hidden=filming node_ref=face.picture>{words.picture}</button>
                    <button type="button" class="btn" node_ref=face.film>
                        {move || if filming() { stop.clone() } else { film.clone() }}
                    </button>
                    <button type="button" class="btn--link" hidden=filming node_ref=face.close>{words.close}</button>
                </p>
            </div>
            <p role="status">{said}</p>
        </div>
    }
}
