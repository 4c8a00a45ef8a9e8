//! `name(x)`: the name of a field's value, such as `No such name` of 3 in `dns.flags.rcode`; of a list, those of its elements.

use std::sync::Arc;

use datafusion::{
    arrow::{
        array::{Array, ArrayRef, AsArray, ListArray, StringViewBuilder},
        compute::cast,
        datatypes::{DataType, Field as ArrowField, FieldRef, Int64Type, UInt64Type},
    },
    common::{Result, plan_err},
    logical_expr::{
        ColumnarValue, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
    },
};
use strato_filter_lang::{schema::Field, value::Value};

use super::text::mapped;
use crate::column;

/// The function.
pub(super) fn function() -> ScalarUDF {
    ScalarUDF::from(Name { signature: Signature::any(1, Volatility::Immutable) })
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Name {
    signature: Signature,
}

impl ScalarUDFImpl for Name {
    fn name(&self) -> &'static str {
        "name"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _args: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8View)
    }

    fn return_field_from_args(&self, args: ReturnFieldArgs<'_>) -> Result<FieldRef> {
        match args.arg_fields.first() {
            Some(field) if column::named_values(field).is_none() => match field.name() {
                element if element.ends_with(']') => plan_err!("name() of a list's element is written name(list)[1]"),
                name => plan_err!("name() takes a field whose values have names; those of `{name}` have none"),
            },
            Some(field) if matches!(field.data_type(), DataType::List(_)) => {
                Ok(Arc::new(ArrowField::new("name", DataType::List(element()), true)))
            }
            _ => Ok(Arc::new(ArrowField::new("name", DataType::Utf8View, true))),
        }
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let (Some(value), Some(field)) = (args.args.first(), args.arg_fields.first()) else {
            return plan_err!("name() takes one value");
        };
        let Some(field) = column::named_values(field) else {
            return plan_err!("name() takes a field");
        };
        mapped(value, |array| names(array, field))
    }
}

/// What a list of names consists of.
fn element() -> FieldRef {
    Arc::new(ArrowField::new("item", DataType::Utf8View, true))
}

fn names(array: &ArrayRef, field: &Field) -> Result<ArrayRef> {
    if let Some(list) = array.as_list_opt::<i32>() {
        let names = names(list.values(), field)?;
        return Ok(Arc::new(ListArray::try_new(element(), list.offsets().clone(), names, list.nulls().cloned())?));
    }
    let mut builder = StringViewBuilder::with_capacity(array.len());
    let mut push = |value: Option<Value<'_>>| builder.append_option(value.and_then(|value| field.name_of(&value)));
    match array.data_type() {
        DataType::Boolean => array.as_boolean().iter().for_each(|set| push(set.map(Value::Bool))),
        data_type if data_type.is_signed_integer() => {
            let numbers = cast(array, &DataType::Int64)?;
            numbers.as_primitive::<Int64Type>().iter().for_each(|number| push(number.map(Value::Int)));
        }
        _ => {
            let numbers = cast(array, &DataType::UInt64)?;
            numbers.as_primitive::<UInt64Type>().iter().for_each(|number| push(number.map(Value::Uint)));
        }
    }
    Ok(Arc::new(builder.finish()))
}
