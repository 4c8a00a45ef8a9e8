//! Which files may hold rows that satisfy a condition, by the statistics of their row groups: the others are not even opened.

use std::{collections::HashSet, sync::Arc};

use datafusion::{
    arrow::{
        array::{Array, ArrayRef, BooleanArray, UInt64Array},
        compute::cast,
        datatypes::SchemaRef,
    },
    common::{Column as Named, ScalarValue, pruning::PruningStatistics},
    parquet::{arrow::arrow_reader::statistics::StatisticsConverter, file::metadata::RowGroupMetaData},
    physical_expr::PhysicalExpr,
    physical_optimizer::pruning::PruningPredicateBuilder,
};

use super::stored::Stored;

/// The files that may hold such rows.
pub(super) fn kept(files: &[Arc<Stored>], condition: &Arc<dyn PhysicalExpr>, schema: &SchemaRef) -> Vec<Arc<Stored>> {
    let Ok(predicate) =
        PruningPredicateBuilder::new().with_file_schema(Arc::clone(schema)).try_build(Arc::clone(condition))
    else {
        return files.to_vec();
    };
    let may = |stored: &&Arc<Stored>| {
        let statistics = Statistics { stored, schema };
        // What cannot be judged may hold some.
        statistics.num_containers() > 0 && predicate.prune(&statistics).map_or(true, |may| may.contains(&true))
    };
    files.iter().filter(may).map(Arc::clone).collect()
}

/// The statistics of a file's row groups.
struct Statistics<'s> {
    stored: &'s Stored,
    schema: &'s SchemaRef,
}

impl<'s> Statistics<'s> {
    fn groups(&self) -> &'s [RowGroupMetaData] {
        self.stored.metadata.metadata().row_groups()
    }

    fn of(
        &self,
        column: &Named,
        get: impl FnOnce(&StatisticsConverter<'_>, &'s [RowGroupMetaData]) -> Option<ArrayRef>,
    ) -> Option<ArrayRef> {
        let parquet = self.stored.metadata.metadata().file_metadata().schema_descr();
        let converter = StatisticsConverter::try_new(&column.name, self.stored.schema(), parquet).ok()?;
        get(&converter, self.groups())
    }

    /// In the type that conditions see.
    fn typed(&self, column: &Named, values: ArrayRef) -> Option<ArrayRef> {
        let field = self.schema.field_with_name(&column.name).ok()?;
        cast(&values, field.data_type()).ok().filter(|cast| cast.null_count() == values.null_count())
    }
}

impl PruningStatistics for Statistics<'_> {
    fn min_values(&self, column: &Named) -> Option<ArrayRef> {
        let values = self.of(column, |converter, groups| converter.row_group_mins(groups).ok())?;
        self.typed(column, values)
    }

    fn max_values(&self, column: &Named) -> Option<ArrayRef> {
        let values = self.of(column, |converter, groups| converter.row_group_maxes(groups).ok())?;
        self.typed(column, values)
    }

    fn num_containers(&self) -> usize {
        self.groups().len()
    }

    fn null_counts(&self, column: &Named) -> Option<ArrayRef> {
        self.of(column, |converter, groups| Some(Arc::new(converter.row_group_null_counts(groups).ok()?)))
    }

    fn row_counts(&self) -> Option<ArrayRef> {
        let counts = self.groups().iter().map(|group| u64::try_from(group.num_rows()).ok());
        Some(Arc::new(counts.collect::<UInt64Array>()))
    }

    fn contained(&self, _column: &Named, _values: &HashSet<ScalarValue>) -> Option<BooleanArray> {
        None
    }
}
