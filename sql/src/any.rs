//! Comparisons of a list with a value: as in display filters, one value that compares so is enough.

use std::sync::Arc;

use datafusion::{
    arrow::{
        array::{Array, ArrayRef, AsArray, BooleanArray, Datum, ListArray, UInt32Array},
        buffer::BooleanBuffer,
        compute::{CastOptions, cast_with_options, kernels::cmp, take},
        datatypes::DataType,
    },
    common::{Result, ScalarValue, exec_err, plan_err},
    logical_expr::{
        ColumnarValue, Expr, Operator, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
        type_coercion::binary::comparison_coercion,
    },
};

/// Whether some value of a list compares so with a value, or lies between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum AnyCompare {
    Eq,
    Lt,
    LtEq,
    Gt,
    GtEq,
    Between,
}

/// The function with its signature.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Any {
    compare: AnyCompare,
    signature: Signature,
}

impl AnyCompare {
    /// The comparison that an operator stands for.
    pub(crate) fn of(op: Operator) -> Option<Self> {
        Some(match op {
            Operator::Eq => Self::Eq,
            Operator::Lt => Self::Lt,
            Operator::LtEq => Self::LtEq,
            Operator::Gt => Self::Gt,
            Operator::GtEq => Self::GtEq,
            _ => return None,
        })
    }

    /// The operator; `None` for what lies between.
    pub(crate) fn op(self) -> Option<Operator> {
        Some(match self {
            Self::Eq => Operator::Eq,
            Self::Lt => Operator::Lt,
            Self::LtEq => Operator::LtEq,
            Self::Gt => Operator::Gt,
            Self::GtEq => Operator::GtEq,
            Self::Between => return None,
        })
    }

    /// The comparison of a list with values.
    pub(crate) fn call(self, args: Vec<Expr>) -> Expr {
        ScalarUDF::from(Any { compare: self, signature: Signature::variadic_any(Volatility::Immutable) }).call(args)
    }
}

impl ScalarUDFImpl for Any {
    fn name(&self) -> &'static str {
        match self.compare {
            AnyCompare::Eq => "any_eq",
            AnyCompare::Lt => "any_lt",
            AnyCompare::LtEq => "any_le",
            AnyCompare::Gt => "any_gt",
            AnyCompare::GtEq => "any_ge",
            AnyCompare::Between => "any_between",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, args: &[DataType]) -> Result<DataType> {
        match args.first() {
            Some(DataType::List(_)) => Ok(DataType::Boolean),
            _ => plan_err!("{} needs a list", self.name()),
        }
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let rows = args.number_rows;
        let [list, values @ ..] = args.args.as_slice() else { return exec_err!("{} needs a list", self.name()) };
        let list = list.to_array(rows)?;
        let Some(list) = list.as_list_opt::<i32>() else { return exec_err!("{} needs a list", self.name()) };
        let found = match (self.compare, values) {
            (AnyCompare::Between, [low, high]) => {
                let low = some(list, low, AnyCompare::GtEq)?;
                let high = some(list, high, AnyCompare::LtEq)?;
                datafusion::arrow::compute::and_kleene(&low, &high)?
            }
            (compare, [value]) => some(list, value, compare)?,
            _ => return exec_err!("{} needs other arguments", self.name()),
        };
        Ok(ColumnarValue::Array(Arc::new(any(list, &found))))
    }
}

/// How the elements of all lists, one after another, compare with the value of their row.
fn some(list: &ListArray, value: &ColumnarValue, compare: AnyCompare) -> Result<BooleanArray> {
    let elements = list.values();
    let value_type = value.data_type();
    let Some(common) = comparison_coercion(elements.data_type(), &value_type) else {
        return exec_err!("values of a list of {} cannot be compared with {value_type}", elements.data_type());
    };
    let elements = cast(elements, &common)?;
    match value {
        ColumnarValue::Scalar(value) => {
            let value = value.cast_to(&common).or_else(|_| ScalarValue::try_from(&common))?;
            compared(compare, &elements, &value.to_scalar()?)
        }
        ColumnarValue::Array(values) => {
            let rows = list.offsets().windows(2).enumerate();
            let rows = rows.flat_map(|(row, ends)| std::iter::repeat_n(row as u32, (ends[1] - ends[0]) as usize));
            let first = list.offsets().first().copied().unwrap_or_default() as usize;
            let rows: UInt32Array = std::iter::repeat_n(0, first).chain(rows).collect::<Vec<_>>().into();
            let elements = elements.slice(0, rows.len());
            compared(compare, &elements, &take(&cast(values, &common)?, &rows, None)?)
        }
    }
}

fn cast(array: &ArrayRef, to: &DataType) -> Result<ArrayRef> {
    Ok(cast_with_options(array, to, &CastOptions { safe: true, ..CastOptions::default() })?)
}

fn compared(compare: AnyCompare, left: &dyn Datum, right: &dyn Datum) -> Result<BooleanArray> {
    Ok(match compare {
        AnyCompare::Eq | AnyCompare::Between => cmp::eq(left, right),
        AnyCompare::Lt => cmp::lt(left, right),
        AnyCompare::LtEq => cmp::lt_eq(left, right),
        AnyCompare::Gt => cmp::gt(left, right),
        AnyCompare::GtEq => cmp::gt_eq(left, right),
    }?)
}

/// Whether some element of each list was found; null where there is no list.
fn any(list: &ListArray, found: &BooleanArray) -> BooleanArray {
    let is_true = |at: usize| at < found.len() && found.is_valid(at) && found.value(at);
    let rows = list.offsets().windows(2).map(|ends| (ends[0] as usize..ends[1] as usize).any(is_true));
    BooleanArray::new(rows.collect::<BooleanBuffer>(), list.nulls().cloned())
}

impl Any {
    pub(crate) fn compare(&self) -> AnyCompare {
        self.compare
    }
}
