//! Which tables the names of a query may belong to.

use std::ops::ControlFlow;

use datafusion::sql::sqlparser::ast::{
    ExceptSelectItem, ExcludeSelectItem, Expr, Ident, Query, Select, SelectItem, SetExpr, Statement, TableFactor,
    TableWithJoins, Visit, Visitor, WildcardAdditionalOptions,
};

use super::FRAMES;

/// The tables of a query, and those that it defines.
#[derive(Debug, Default)]
pub(super) struct Scope {
    pub(super) relations: Vec<Relation>,
    /// Names of `WITH`.
    defined: Vec<String>,
}

/// A table of a `FROM`.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    /// What it is called.
    pub(super) name: Ident,
    /// It is `frames`.
    pub(super) frames: bool,
    /// What it has, where that is known: of a subquery, the names of what it selects.
    columns: Option<Vec<String>>,
}

impl Relation {
    /// Whether a name is its own.
    pub(super) fn is_called(&self, name: &Ident) -> bool {
        let exactly = self.name.quote_style.is_some() || name.quote_style.is_some();
        if exactly { self.name.value == name.value } else { self.name.value.eq_ignore_ascii_case(&name.value) }
    }

    /// Whether it is known to have a column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.as_ref().is_some_and(|columns| columns.iter().any(|one| one == column))
    }
}

/// The scope of a query inside of others.
pub(super) fn of_query(query: &Query, outer: &[Scope]) -> Scope {
    let mut scope = Scope::default();
    for table in query.with.iter().flat_map(|with| &with.cte_tables) {
        scope.defined.push(table.alias.name.value.clone());
    }
    let mut relations = Vec::new();
    of_body(&query.body, outer, &scope, &mut relations);
    scope.relations = relations;
    scope
}

/// Which names a query, inside of others, defines itself.
pub(super) fn defined(query: &Query, outer: &[Scope]) -> impl Fn(&str) -> bool + use<> {
    let own = query.with.iter().flat_map(|with| &with.cte_tables).map(|table| table.alias.name.value.clone());
    let names: Vec<String> = outer.iter().flat_map(|scope| scope.defined.iter().cloned()).chain(own).collect();
    move |name| names.iter().any(|one| one.eq_ignore_ascii_case(name))
}

fn of_body(body: &SetExpr, outer: &[Scope], own: &Scope, found: &mut Vec<Relation>) {
    match body {
        SetExpr::Select(select) => {
            select.from.iter().for_each(|from| of_from(from, &|name| is_defined(name, outer, own), found));
        }
        SetExpr::SetOperation { left, right, .. } => {
            of_body(left, outer, own, found);
            of_body(right, outer, own, found);
        }
        // A query in parentheses is visited as one of its own.
        SetExpr::Query(_)
        | SetExpr::Values(_)
        | SetExpr::Insert(_)
        | SetExpr::Update(_)
        | SetExpr::Delete(_)
        | SetExpr::Merge(_)
        | SetExpr::Table(_) => {}
    }
}

fn is_defined(name: &str, outer: &[Scope], own: &Scope) -> bool {
    outer.iter().chain([own]).any(|scope| scope.defined.iter().any(|one| one.eq_ignore_ascii_case(name)))
}

/// The tables of a `SELECT`, whose query's scope is the last one.
pub(super) fn of_select(select: &Select, scopes: &[Scope]) -> Vec<Relation> {
    let mut found = Vec::new();
    let none = Scope::default();
    select.from.iter().for_each(|from| of_from(from, &|name| is_defined(name, scopes, &none), &mut found));
    found
}

fn of_from(from: &TableWithJoins, is_defined: &dyn Fn(&str) -> bool, found: &mut Vec<Relation>) {
    of_factor(&from.relation, is_defined, found);
    from.joins.iter().for_each(|join| of_factor(&join.relation, is_defined, found));
}

fn of_factor(factor: &TableFactor, is_defined: &dyn Fn(&str) -> bool, found: &mut Vec<Relation>) {
    match factor {
        TableFactor::Table { name, alias, args, .. } => {
            let last = name.0.last().and_then(|part| part.as_ident());
            let Some(last) = last else { return };
            let frames = args.is_none() && last.value.eq_ignore_ascii_case(FRAMES) && !is_defined(&last.value);
            let name = alias.as_ref().map_or(last, |alias| &alias.name).clone();
            found.push(Relation { name, frames, columns: None });
        }
        TableFactor::Derived { subquery, alias: Some(alias), .. } => {
            let columns = selected(&subquery.body);
            found.push(Relation { name: alias.name.clone(), frames: false, columns: Some(columns) });
        }
        TableFactor::NestedJoin { table_with_joins, .. } => of_from(table_with_joins, is_defined, found),
        other => {
            if let Some(name) = alias_of(other) {
                found.push(Relation { name, frames: false, columns: None });
            }
        }
    }
}

fn alias_of(factor: &TableFactor) -> Option<Ident> {
    match factor {
        TableFactor::TableFunction { alias, .. }
        | TableFactor::Function { alias, .. }
        | TableFactor::UNNEST { alias, .. } => alias.as_ref().map(|alias| alias.name.clone()),
        _ => None,
    }
}

/// The names of what a query selects, as far as they are written.
fn selected(body: &SetExpr) -> Vec<String> {
    let SetExpr::Select(select) = body else { return Vec::new() };
    let names = select.projection.iter().filter_map(|item| match item {
        SelectItem::ExprWithAlias { alias, .. } => Some(alias.value.clone()),
        SelectItem::UnnamedExpr(expr) => Some(expr.to_string()),
        _ => None,
    });
    names.collect()
}

/// The names that a statement gives to what it selects, wherever.
pub(super) fn aliases(statement: &Statement, found: &mut Vec<String>) {
    struct Aliases<'f>(&'f mut Vec<String>);
    impl Visitor for Aliases<'_> {
        type Break = ();
        fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<()> {
            let aliases = select.projection.iter().filter_map(|item| match item {
                SelectItem::ExprWithAlias { alias, .. } => Some(alias.value.clone()),
                _ => None,
            });
            self.0.extend(aliases);
            ControlFlow::Continue(())
        }
    }
    // It never breaks.
    _ = statement.visit(&mut Aliases(found));
}

/// The names of one word in what is selected and in the condition.
pub(super) fn words(select: &Select) -> Vec<String> {
    struct Words(Vec<String>);
    impl Visitor for Words {
        type Break = ();
        fn pre_visit_expr(&mut self, expr: &Expr) -> ControlFlow<()> {
            if let Expr::Identifier(name) = expr {
                self.0.push(name.value.clone());
            }
            ControlFlow::Continue(())
        }
    }
    let mut words = Words(Vec::new());
    // It never breaks.
    _ = select.projection.visit(&mut words);
    _ = select.selection.visit(&mut words);
    words.0
}

/// What `*` leaves out.
pub(super) fn excluded(options: &WildcardAdditionalOptions) -> Vec<String> {
    let mut names = Vec::new();
    if let Some(ExceptSelectItem { first_element, additional_elements }) = &options.opt_except {
        names.push(first_element.value.clone());
        names.extend(additional_elements.iter().map(|one| one.value.clone()));
    }
    match &options.opt_exclude {
        Some(ExcludeSelectItem::Single(name)) => names.push(name.to_string().replace('"', "")),
        Some(ExcludeSelectItem::Multiple(several)) => {
            names.extend(several.iter().map(|one| one.to_string().replace('"', "")));
        }
        None => {}
    }
    names
}
