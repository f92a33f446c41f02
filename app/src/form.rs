//! A form on its way: what was typed, what is wrong with it, and whether it was made from an older reading.

use std::borrow::Borrow;
use std::str::FromStr;
use std::sync::Arc;

use kinfolio::field::{self, FieldName};
use kinfolio::words::{Problem, Problems};

use crate::fields::Values;

/// What stands in a form's fields. The components in `parts::field` find it in their context.
#[derive(Clone, Debug, Default)]
pub struct Form(Arc<Came>);

/// How it came.
#[derive(Debug, Default)]
struct Came {
    values: Values,
    problems: Problems,
    is_stale: bool,
}

impl Form {
    /// A form with these values, all well.
    pub fn filled(values: Values) -> Self {
        Self(Arc::new(Came { values, ..Came::default() }))
    }

    /// A form to be shown again, with what is wrong with it.
    pub fn again(values: &Values, problems: Problems) -> Self {
        Self(Arc::new(Came { values: values.clone(), problems, is_stale: false }))
    }

    /// A form that changed nothing, because what it was made from has changed in the meantime. It is shown again, with how
    /// that reads now ([`ReadsNow`](crate::parts::ReadsNow)); what is sent then is made from `version`. `field` is where
    /// it is said.
    pub fn stale(values: &Values, version: i64, field: FieldName) -> Self {
        let mut values = values.clone();
        values.set(field::VERSION, version.to_string());
        let mut problems = Problems::default();
        problems.note(field, Problem::Stale);
        Self::stale_as(values, problems)
    }

    /// Like [`Form::stale`], where what it was made from is no version, or something else is said.
    pub fn stale_as(values: Values, problems: Problems) -> Self {
        Self(Arc::new(Came { values, problems, is_stale: true }))
    }

    /// What was typed.
    pub fn values(&self) -> &Values {
        &self.0.values
    }

    /// What is wrong.
    pub fn problems(&self) -> &Problems {
        &self.0.problems
    }

    /// Whether it came back because what it was made from has changed in the meantime.
    pub fn is_stale(&self) -> bool {
        self.0.is_stale
    }

    /// What was typed into a field.
    pub fn value(&self, name: impl Borrow<FieldName>) -> String {
        self.values().get(name).to_owned()
    }

    /// What is wrong with a field.
    pub fn problem(&self, name: impl Borrow<FieldName>) -> Option<&Problem> {
        self.problems().of(name)
    }
}

/// What a form is about, unseen in it: the version of what it changes, or the id of what it adds. One that came back keeps
/// its own.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The field's name.
    pub(crate) name: FieldName,
    pub(crate) value: String,
}

impl Identity {
    /// A form that changes what has this version.
    pub fn changes(form: &Form, version: i64) -> Self {
        Self { name: field::VERSION, value: form.values().parsed(field::VERSION).unwrap_or(version).to_string() }
    }

    /// A form that adds something.
    pub fn adds<T: FromStr + ToString>(form: &Form, new: impl FnOnce() -> T) -> Self {
        Self { name: field::ID, value: form.values().id_or(new).to_string() }
    }

    /// A form that changes what has this version, or adds something where there is nothing yet.
    pub fn of<T: FromStr + ToString>(form: &Form, version: Option<i64>, new: impl FnOnce() -> T) -> Self {
        match version {
            Some(version) => Self::changes(form, version),
            None => Self::adds(form, new),
        }
    }
}
