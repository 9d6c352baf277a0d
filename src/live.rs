//! What follows the state: signals, values derived from them, and effects, of one type each.
//!
//! Leptos' own are written anew by the compiler for every type that they hold, some kilobytes at a time. Here the value is behind a
//! pointer that knows its type, so that the program carries one of each. They are used as those of the same names are.

use leptos::prelude::{
    Get, GetUntracked, IsDisposed, LocalStorage, Set, SetValue, StoredValue, Track, With, WithUntracked, on_cleanup,
};
use std::{any::Any, fmt, marker::PhantomData, sync::Arc};

type Value = Arc<dyn Any + Send + Sync>;

/// A value of type `T` behind a pointer.
fn of<T: 'static>(value: &Value) -> &T {
    value.downcast_ref().unwrap_or_else(|| unreachable!("what is live keeps its type"))
}

/// A value that can be compared with the one before it.
#[derive(Clone)]
struct Derived {
    value: Value,
    same: fn(&Value, &Value) -> bool,
}

impl PartialEq for Derived {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&self.value, &other.value)
    }
}

/// A value derived from the state: computed when first asked for and after a change, told on only where it differs.
pub struct Memo<T>(leptos::prelude::Memo<Derived>, PhantomData<fn() -> T>);

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Derives a value.
    pub fn new(value: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let same = |a: &Value, b: &Value| of::<T>(a) == of(b);
        Self(derived(Box::new(move || Derived { value: Arc::new(value()), same })), PhantomData)
    }
}

#[inline(never)]
fn derived(value: Box<dyn Fn() -> Derived + Send + Sync>) -> leptos::prelude::Memo<Derived> {
    leptos::prelude::Memo::new(move |_| value())
}

#[inline(never)]
fn followed(memo: leptos::prelude::Memo<Derived>) -> Value {
    memo.with(|derived| derived.value.clone())
}

#[inline(never)]
fn now(memo: leptos::prelude::Memo<Derived>) -> Value {
    memo.with_untracked(|derived| derived.value.clone())
}

impl<T: 'static> Memo<T> {
    /// Asks for the value, and follows it.
    pub fn with<R>(self, ask: impl FnOnce(&T) -> R) -> R {
        ask(of(&followed(self.0)))
    }

    /// Asks for the value as it is now.
    pub fn with_untracked<R>(self, ask: impl FnOnce(&T) -> R) -> R {
        ask(of(&now(self.0)))
    }

    /// Follows the value.
    pub fn track(self) {
        self.0.track();
    }
}

impl<T: Clone + 'static> Memo<T> {
    /// The value, followed.
    pub fn get(self) -> T {
        of::<T>(&followed(self.0)).clone()
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        of::<T>(&now(self.0)).clone()
    }
}

/// A part of the state.
pub struct RwSignal<T>(leptos::prelude::RwSignal<Value>, PhantomData<fn() -> T>);

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A part of the state that begins with `value`.
    pub fn new(value: T) -> Self {
        Self(leptos::prelude::RwSignal::new(Arc::new(value)), PhantomData)
    }

    /// Puts another value in its place; nothing where the view that it belongs to is gone.
    pub fn set(self, value: T) {
        let _ = self.0.try_set(Arc::new(value));
    }
}

impl<T: 'static> RwSignal<T> {
    /// Asks for the value, and follows it.
    pub fn with<R>(self, ask: impl FnOnce(&T) -> R) -> R {
        ask(of(&self.0.get()))
    }

    /// Asks for the value as it is now.
    pub fn with_untracked<R>(self, ask: impl FnOnce(&T) -> R) -> R {
        ask(of(&self.0.get_untracked()))
    }

    /// Follows the value.
    pub fn track(self) {
        self.0.track();
    }

    /// Whether the view that it belongs to is gone.
    pub fn is_over(self) -> bool {
        self.0.is_disposed()
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// The value, followed.
    pub fn get(self) -> T {
        of::<T>(&self.0.get()).clone()
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        of::<T>(&self.0.get_untracked()).clone()
    }

    /// Changes the value; nothing where the view that it belongs to is gone.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let Some(now) = self.0.try_get_untracked() else { return };
        let mut next = of::<T>(&now).clone();
        change(&mut next);
        self.set(next);
    }
}

/// Does `act` now that the view is shown, and whenever what it asks for changes: for what lies outside the views.
pub fn effect(act: impl FnMut() + 'static) {
    run(Box::new(act));
}

#[inline(never)]
fn run(act: Box<dyn FnMut()>) {
    leptos::prelude::Effect::new(act);
}

/// A place for what lasts as long as the view does, such as a listener: it is dropped then.
#[derive(Clone, Copy, Debug)]
pub struct Keeper(StoredValue<Box<dyn Any>, LocalStorage>);

impl Keeper {
    /// An empty place.
    #[inline(never)]
    pub fn new() -> Self {
        let place = StoredValue::new_local(Box::new(()) as Box<dyn Any>);
        on_cleanup(move || place.set_value(Box::new(())));
        Self(place)
    }

    /// Keeps `what`, and drops what was kept before.
    pub fn put(self, what: impl Any) {
        self.take(Box::new(what));
    }

    #[inline(never)]
    fn take(self, what: Box<dyn Any>) {
        self.0.set_value(what);
    }
}

impl Default for Keeper {
    fn default() -> Self {
        Self::new()
    }
}

/// Keeps `what` as long as the view lasts.
pub fn keep(what: impl Any) {
    Keeper::new().put(what);
}

macro_rules! handles {
    ($($handle:ident),+) => { $(
        impl<T> Clone for $handle<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $handle<T> {}

        impl<T> fmt::Debug for $handle<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($handle))
            }
        }
    )+ };
}

handles!(Memo, RwSignal);
