//! A form on its way: what was typed, and what is wrong with it.

use std::sync::Arc;

use kinfolio::words::{Problem, Problems};

use crate::fields::Values;

/// What stands in a form's fields. The components in `parts::field` find it in their context.
#[derive(Clone, Debug, Default)]
pub struct Form(Arc<(Values, Problems)>);

impl Form {
    /// A form with these values, all well.
    pub fn filled(values: Values) -> Self {
        Self(Arc::new((values, Problems::default())))
    }

    /// A form to be shown again, with what is wrong with it.
    pub fn again(values: &Values, problems: Problems) -> Self {
        Self(Arc::new((values.clone(), problems)))
    }

    /// What was typed.
    pub fn values(&self) -> &Values {
        &self.0.0
    }

    /// What is wrong.
    pub fn problems(&self) -> &Problems {
        &self.0.1
    }

    /// What was typed into a field.
    pub fn value(&self, name: &str) -> String {
        self.values().get(name).to_owned()
    }

    /// What is wrong with a field.
    pub fn problem(&self, name: &str) -> Option<&Problem> {
        self.problems().of(name)
    }
}
