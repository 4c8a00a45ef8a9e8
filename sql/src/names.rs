//! Names in a statement: which are fields, and of which table.
//!
//! `ip.src` is one name, not a column of a table `ip`; `f.ip.src` is a column of the table that is called `f`. Every field
//! that is named becomes a column of `frames`, as does every `dfilter('…')`.

mod scope;

use std::ops::ControlFlow;

use datafusion::sql::{
    parser::{DFParser, Statement as Parsed},
    sqlparser::{
        ast::{
            AccessExpr, DollarQuotedString, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, Ident,
            JoinConstraint, JoinOperator, ObjectName, ObjectNamePart, Query, Select, SelectItem,
            SelectItemQualifiedWildcardKind, SetExpr, Statement, Value, ValueWithSpan, VisitMut, VisitorMut,
            WildcardAdditionalOptions,
        },
        tokenizer::Span as Place,
    },
};
use strato_engine::proto::registry;
use strato_filter_lang::{compile, diag::Diagnostic, macros::Macros, span::Span};

use self::scope::{Relation, Scope};
use crate::{
    column::Column,
    error::{self, Error, offset},
    views,
};

/// The name of the table.
pub(crate) const FRAMES: &str = "frames";

/// What a statement names.
#[derive(Debug, Default)]
pub(crate) struct Named {
    /// The columns of `frames`.
    pub(crate) columns: Vec<Column>,
    /// What the authors of its display filters should know: text and warnings.
    pub(crate) warnings: Vec<(String, Vec<Diagnostic>)>,
}

/// Finds the names of a statement, and writes them so that they are columns.
///
/// `star` is what `*` stands for.
///
/// # Errors
/// Names that are not known, display filters that do not compile.
pub(crate) fn resolve(sql: &str, macros: &Macros, star: &[String], statement: &mut Parsed) -> Result<Named, Error> {
    let mut names = Names { sql, macros, star, scopes: Vec::new(), aliases: Vec::new(), named: Named::default() };
    match names.parsed(statement) {
        ControlFlow::Continue(()) => Ok(names.named),
        ControlFlow::Break(error) => Err(*error),
    }
}

/// The columns of `frames` that a query of ours names.
pub(crate) fn of_query(sql: &str) -> Vec<Column> {
    let parsed = DFParser::parse_sql(sql).ok().and_then(|mut parsed| parsed.pop_front());
    let named = parsed.and_then(|mut statement| resolve(sql, &Macros::default(), &[], &mut statement).ok());
    named.map(|named| named.columns).unwrap_or_default()
}

struct Names<'s> {
    sql: &'s str,
    macros: &'s Macros,
    /// What `*` stands for.
    star: &'s [String],
    scopes: Vec<Scope>,
    /// Names that the statement gives to what it selects.
    aliases: Vec<String>,
    named: Named,
}

type Flow = ControlFlow<Box<Error>>;

/// A name, exactly so.
fn exactly(name: impl Into<String>, span: Place) -> Ident {
    Ident { value: name.into(), quote_style: Some('"'), span }
}

/// From the first part of a name to the last.
fn whole(parts: &[Ident]) -> Place {
    Place::union_iter(parts.iter().map(|part| part.span))
}

impl Names<'_> {
    fn parsed(&mut self, statement: &mut Parsed) -> Flow {
        match statement {
            Parsed::Statement(statement) => {
                if let Statement::Query(query) = &mut **statement {
                    headings(query);
                }
                scope::aliases(statement, &mut self.aliases);
                VisitMut::visit(&mut **statement, self)
            }
            Parsed::Explain(explain) => self.parsed(&mut explain.statement),
            Parsed::CreateExternalTable(_) | Parsed::CopyTo(_) | Parsed::Reset(_) => ControlFlow::Continue(()),
        }
    }

    fn column(&mut self, column: Column) {
        if !self.named.columns.contains(&column) {
            self.named.columns.push(column);
        }
    }

    /// The tables that a name may belong to, the innermost first.
    fn relations(&self) -> impl Iterator<Item = &Relation> {
        self.scopes.iter().rev().flat_map(|scope| &scope.relations)
    }

    fn has_frames(&self) -> bool {
        self.relations().any(|relation| relation.frames)
    }

    /// The place of names in the statement's text.
    fn place(&self, parts: &[Ident]) -> Option<Span> {
        let (first, last) = (parts.first()?, parts.last()?);
        let start = offset(self.sql, first.span.start.line, first.span.start.column)?;
        let end = offset(self.sql, last.span.end.line, last.span.end.column)?;
        Some(Span::new(start, end))
    }

    /// A name of several words: a field, or a table and what it has.
    fn compound(&mut self, parts: &[Ident]) -> Result<Vec<Ident>, Box<Error>> {
        let Some(first) = parts.first() else { return Ok(parts.to_vec()) };
        let join = |parts: &[Ident]| parts.iter().map(|part| part.value.as_str()).collect::<Vec<_>>().join(".");
        let (full, rest, place) = (join(parts), join(&parts[1..]), whole(&parts[1..]));
        let inner = self.scopes.last().map(|scope| scope.relations.as_slice()).unwrap_or_default();
        let called = |relation: &&Relation| relation.is_called(first);
        // What the query around this one has is meant only where this one has nothing of that name.
        let frames = inner.iter().any(|relation| relation.frames);
        let table = match inner.iter().find(called) {
            None if frames && Column::named(&full).is_some() => None,
            None => self.relations().find(called).cloned(),
            Some(table) => Some(table.clone()),
        };
        // A table may have the name of a protocol, which goes first: `FROM frames AS ip` does not hide `ip.src`.
        if let Some(column) = Column::named(&full).filter(|_| table.as_ref().is_none_or(|table| !table.has(&rest))) {
            self.column(column);
            return Ok(vec![exactly(full, whole(parts))]);
        }
        let Some(table) = table else {
            if !self.has_frames() {
                return Ok(parts.to_vec());
            }
            let unknown = error::unknown(self.sql, self.place(parts), &full, std::iter::empty());
            return Err(Box::new(Error::sql(self.sql, vec![unknown])));
        };
        if !table.frames {
            return Ok(if parts.len() > 2 { vec![first.clone(), exactly(rest, place)] } else { parts.to_vec() });
        }
        let Some(column) = Column::named(&rest) else {
            let unknown = error::unknown(self.sql, self.place(&parts[1..]), &rest, std::iter::empty());
            return Err(Box::new(Error::sql(self.sql, vec![unknown])));
        };
        self.column(column);
        Ok(vec![first.clone(), exactly(rest, place)])
    }

    /// A name of one word, perhaps in quotes: a protocol, a field. What a statement selects under such a name is meant in
    /// `GROUP BY` and the like.
    fn single(&mut self, name: &mut Ident) {
        if !self.has_frames() {
            return;
        }
        let column = Column::named(&name.value);
        if let Some(column) =
            column.filter(|column| !self.aliases.contains(&name.value) || self.named.columns.contains(column))
        {
            *name = exactly(name.value.clone(), name.span);
            self.column(column);
        }
    }

    /// `dfilter('…')` as a column.
    fn filter(&mut self, call: &Function) -> Result<Option<Vec<Ident>>, Box<Error>> {
        if !call.name.to_string().eq_ignore_ascii_case("dfilter") {
            return Ok(None);
        }
        let wrong = |message: &str| {
            let place = error_place(self.sql, call);
            Box::new(Error::sql(self.sql, vec![Diagnostic::error(error::SQL, place, message, "here")]))
        };
        let FunctionArguments::List(list) = &call.args else {
            return Err(wrong("dfilter() takes one display filter, in single quotes"));
        };
        let [FunctionArg::Unnamed(FunctionArgExpr::Expr(Expr::Value(ValueWithSpan { value, .. })))] =
            list.args.as_slice()
        else {
            return Err(wrong("dfilter() takes one display filter, in single quotes"));
        };
        let (Value::SingleQuotedString(text) | Value::DollarQuotedString(DollarQuotedString { value: text, .. })) =
            value
        else {
            return Err(wrong("dfilter() takes one display filter, in single quotes"));
        };
        let compiled = compile(text, registry::schema(), self.macros)
            .map_err(|diagnostics| Box::new(Error::Filter { filter: text.clone(), diagnostics }))?;
        let mut scopes = self.scopes.iter().rev().map(|scope| {
            let frames = scope.relations.iter().filter(|relation| relation.frames);
            frames.collect::<Vec<_>>()
        });
        let table = match scopes.find(|frames| !frames.is_empty()).unwrap_or_default().as_slice() {
            [table] => table.name.clone(),
            [] => return Err(wrong("dfilter() looks at frames: there is no `frames` in this FROM")),
            _ => return Err(wrong("which of the tables does dfilter() look at? Use it in a subquery of one of them")),
        };
        let column = Column::filter(text);
        let name = vec![table, exactly(&column.name, Place::empty())];
        if !compiled.warnings.is_empty() {
            self.named.warnings.push((text.clone(), compiled.warnings));
        }
        self.column(column);
        Ok(Some(name))
    }

    fn expr(&mut self, expr: &mut Expr) -> Result<(), Box<Error>> {
        match expr {
            Expr::CompoundIdentifier(parts) => {
                let mut parts = self.compound(parts)?;
                *expr = match parts.len() {
                    1 => Expr::Identifier(parts.remove(0)),
                    _ => Expr::CompoundIdentifier(parts),
                };
            }
            Expr::Identifier(name) => self.single(name),
            Expr::CompoundFieldAccess { root, access_chain } => {
                let Expr::Identifier(first) = &**root else { return Ok(()) };
                let mut parts = vec![first.clone()];
                for access in access_chain.iter() {
                    let AccessExpr::Dot(Expr::Identifier(part)) = access else { break };
                    parts.push(part.clone());
                }
                let words = parts.len() - 1;
                if words > 0 {
                    let mut parts = self.compound(&parts)?;
                    **root = match parts.len() {
                        1 => Expr::Identifier(parts.remove(0)),
                        _ => Expr::CompoundIdentifier(parts),
                    };
                    access_chain.drain(..words);
                }
            }
            Expr::Function(call) => {
                if let Some(column) = self.filter(call)? {
                    *expr = Expr::CompoundIdentifier(column);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// `*`: of `frames` what a summary line shows, or what a Parquet file has.
    fn wildcards(&mut self, select: &mut Select) {
        let relations = scope::of_select(select, &self.scopes);
        let items = std::mem::take(&mut select.projection);
        for item in items {
            match item {
                SelectItem::Wildcard(options) if relations.iter().any(|relation| relation.frames) => {
                    for relation in &relations {
                        if relation.frames {
                            self.summary(&relation.name, &options, &mut select.projection);
                        } else {
                            let name = ObjectName(vec![ObjectNamePart::Identifier(relation.name.clone())]);
                            let kind = SelectItemQualifiedWildcardKind::ObjectName(name);
                            select.projection.push(SelectItem::QualifiedWildcard(kind, options.clone()));
                        }
                    }
                }
                SelectItem::QualifiedWildcard(SelectItemQualifiedWildcardKind::ObjectName(name), options) => {
                    let single = match name.0.as_slice() {
                        [ObjectNamePart::Identifier(name)] => Some(name),
                        _ => None,
                    };
                    let frames = relations
                        .iter()
                        .find(|relation| relation.frames && single.is_some_and(|name| relation.is_called(name)));
                    match frames {
                        Some(relation) => self.summary(&relation.name, &options, &mut select.projection),
                        None => {
                            let kind = SelectItemQualifiedWildcardKind::ObjectName(name);
                            select.projection.push(SelectItem::QualifiedWildcard(kind, options));
                        }
                    }
                }
                item => select.projection.push(item),
            }
        }
    }

    fn summary(&mut self, table: &Ident, options: &WildcardAdditionalOptions, items: &mut Vec<SelectItem>) {
        let excluded = scope::excluded(options);
        for name in self.star.iter().filter(|name| !excluded.iter().any(|one| one == *name)) {
            self.named.columns.extend(Column::named(name).filter(|column| !self.named.columns.contains(column)));
            let parts = vec![table.clone(), exactly(name, Place::empty())];
            items.push(SelectItem::UnnamedExpr(Expr::CompoundIdentifier(parts)));
        }
    }

    /// `USING (ip.src)`.
    fn using(&mut self, select: &mut Select) {
        for join in select.from.iter_mut().flat_map(|from| &mut from.joins) {
            let (JoinOperator::Join(constraint)
            | JoinOperator::Inner(constraint)
            | JoinOperator::Left(constraint)
            | JoinOperator::LeftOuter(constraint)
            | JoinOperator::Right(constraint)
            | JoinOperator::RightOuter(constraint)
            | JoinOperator::FullOuter(constraint)) = &mut join.join_operator
            else {
                continue;
            };
            let JoinConstraint::Using(names) = constraint else { continue };
            for name in names {
                let parts: Vec<_> =
                    name.0.iter().filter_map(|part| part.as_ident().map(|part| part.value.as_str())).collect();
                let whole = parts.join(".");
                if let Some(column) = Column::named(&whole) {
                    *name = ObjectName(vec![ObjectNamePart::Identifier(exactly(whole, Place::empty()))]);
                    self.column(column);
                }
            }
        }
    }
}

/// Where a call stands, as well as that is known.
fn error_place(sql: &str, call: &Function) -> Span {
    let name = call.name.0.first().and_then(|part| part.as_ident());
    let start = name.and_then(|name| offset(sql, name.span.start.line, name.span.start.column)).unwrap_or(0);
    Span::new(start, (start + "dfilter".len()).min(sql.len()))
}

impl VisitorMut for Names<'_> {
    type Break = Box<Error>;

    fn pre_visit_query(&mut self, query: &mut Query) -> Flow {
        views::expand(query, &scope::defined(query, &self.scopes));
        let scope = scope::of_query(query, &self.scopes);
        self.scopes.push(scope);
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _query: &mut Query) -> Flow {
        self.scopes.pop();
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &mut Select) -> Flow {
        self.wildcards(select);
        self.using(select);
        if self.has_frames() {
            // What is selected, and the condition, see no names that the statement gives.
            let columns = scope::words(select).into_iter().filter_map(|name| Column::named(&name));
            columns.collect::<Vec<_>>().into_iter().for_each(|column| self.column(column));
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_expr(&mut self, expr: &mut Expr) -> Flow {
        match self.expr(expr) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => ControlFlow::Break(error),
        }
    }
}

/// Computed columns of the answer are called as they were written.
fn headings(query: &mut Query) {
    let SetExpr::Select(select) = &mut *query.body else { return };
    for item in &mut select.projection {
        let SelectItem::UnnamedExpr(expr) = item else { continue };
        if matches!(expr, Expr::Identifier(_) | Expr::CompoundIdentifier(_) | Expr::Value(_)) {
            continue;
        }
        let alias = exactly(expr.to_string(), Place::empty());
        *item = SelectItem::ExprWithAlias { expr: expr.clone(), alias };
    }
}
