//! `text(x)`: a value as it is printed; of addresses their usual form.

use std::sync::Arc;

use datafusion::{
    arrow::{
        array::{Array, ArrayRef, StringViewBuilder},
        datatypes::{DataType, Field},
    },
    common::{Result, ScalarValue, plan_err},
    logical_expr::{ColumnarValue, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility},
};

use crate::show::Shown;

/// The function.
pub(super) fn function() -> ScalarUDF {
    ScalarUDF::from(Text { signature: Signature::any(1, Volatility::Immutable) })
}

/// A value as text.
pub(crate) fn text(expr: Expr) -> Expr {
    function().call(vec![expr])
}

/// Whether a function of DataFusion is one of text: an address it is given becomes text.
pub(crate) fn takes_text(name: &str) -> bool {
    const NAMES: [&str; 27] = [
        "ascii",
        "btrim",
        "character_length",
        "chr",
        "concat",
        "concat_ws",
        "contains",
        "ends_with",
        "initcap",
        "left",
        "levenshtein",
        "lower",
        "lpad",
        "ltrim",
        "octet_length",
        "regexp_count",
        "regexp_like",
        "regexp_match",
        "regexp_replace",
        "replace",
        "reverse",
        "rpad",
        "split_part",
        "starts_with",
        "strpos",
        "substr",
        "upper",
    ];
    NAMES.contains(&name)
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Text {
    signature: Signature,
}

impl ScalarUDFImpl for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _args: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8View)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let (Some(value), Some(field)) = (args.args.first(), args.arg_fields.first()) else {
            return plan_err!("text() takes one value");
        };
        mapped(value, |array| texts(array, field))
    }
}

/// A function of an array, of whatever it is given.
pub(super) fn mapped(value: &ColumnarValue, map: impl Fn(&ArrayRef) -> Result<ArrayRef>) -> Result<ColumnarValue> {
    Ok(match value {
        ColumnarValue::Array(array) => ColumnarValue::Array(map(array)?),
        ColumnarValue::Scalar(scalar) => {
            ColumnarValue::Scalar(ScalarValue::try_from_array(&map(&scalar.to_array()?)?, 0)?)
        }
    })
}

fn texts(array: &ArrayRef, field: &Field) -> Result<ArrayRef> {
    let shown = Shown::new(array, field)?;
    let mut builder = StringViewBuilder::with_capacity(array.len());
    let mut text = String::new();
    for row in 0..array.len() {
        if array.is_null(row) {
            builder.append_null();
        } else {
            text.clear();
            shown.push(row, &mut text);
            builder.append_value(&text);
        }
    }
    Ok(Arc::new(builder.finish()))
}
