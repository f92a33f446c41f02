//! Placeholder until the client build lands.
use super::assets::AssetNames;
use leptos::prelude::*;
pub(super) fn client(_assets: &AssetNames) -> Option<AnyView> {
    None
}
