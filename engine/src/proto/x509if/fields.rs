//! Fields of X.509 Information Framework.

fields! { crate::proto::Proto::X509if =>
    OID: "x509if.oid", "Object Id", oid();
    ANY_STRING: "x509if.any.String", "AnyString", bytes();
    DISTINGUISHED_NAME: "x509if.DistinguishedName", "DistinguishedName", u32();
    SUBTREE_SPECIFICATION_ELEMENT: "x509if.SubtreeSpecification_element", "SubtreeSpecification", none();
    HIERARCHY_LEVEL: "x509if.HierarchyLevel", "HierarchyLevel", i32();
    HIERARCHY_BELOW: "x509if.HierarchyBelow", "HierarchyBelow", bool();
    TYPE: "x509if.type", "type", oid();
    VALUES: "x509if.values", "values", u32();
    VALUES_ITEM_ELEMENT: "x509if.values_item_element", "values item", none();
    VALUES_WITH_CONTEXT: "x509if.valuesWithContext", "valuesWithContext", u32();
    VALUES_WITH_CONTEXT_ITEM_ELEMENT: "x509if.valuesWithContext_item_element", "valuesWithContext item", none();
    VALUE_ELEMENT: "x509if.value_element", "value", none();
    CONTEXT_LIST: "x509if.contextList", "contextList", u32();
    CONTEXT_ELEMENT: "x509if.Context_element", "Context", none();
    CONTEXT_TYPE: "x509if.contextType", "contextType", oid();
    CONTEXT_VALUES: "x509if.contextValues", "contextValues", u32();
    CONTEXT_VALUES_ITEM_ELEMENT: "x509if.contextValues_item_element", "contextValues item", none();
    FALLBACK: "x509if.fallback", "fallback", bool();
    ASSERTION_ELEMENT: "x509if.assertion_element", "assertion", none();
    ASSERTED_CONTEXTS: "x509if.assertedContexts", "assertedContexts", u32().values(&ASSERTED_CONTEXTS);
    ALL_CONTEXTS_ELEMENT: "x509if.allContexts_element", "allContexts", none();
    SELECTED_CONTEXTS: "x509if.selectedContexts", "selectedContexts", u32();
    CONTEXT_ASSERTION_ELEMENT: "x509if.ContextAssertion_element", "ContextAssertion", none();
    RDN_SEQUENCE: "x509if.rdnSequence", "rdnSequence", u32();
    RDNSEQUENCE_ITEM: "x509if.RDNSequence_item", "RDNSequence item", u32();
    RELATIVE_DISTINGUISHED_NAME_ITEM_ELEMENT: "x509if.RelativeDistinguishedName_item_element", "RelativeDistinguishedName item",
        none();
    PRIMARY_DISTINGUISHED: "x509if.primaryDistinguished", "primaryDistinguished", bool();
    DISTING_ATTR_VALUE_ELEMENT: "x509if.distingAttrValue_element", "distingAttrValue", none();
    SPECIFIC_EXCLUSIONS: "x509if.specificExclusions", "specificExclusions", u32();
    SPECIFIC_EXCLUSIONS_ITEM: "x509if.specificExclusions_item", "specificExclusions item",
        u32().values(&SPECIFIC_EXCLUSIONS_ITEM);
    CHOP_BEFORE: "x509if.chopBefore", "chopBefore", u32();
    CHOP_AFTER: "x509if.chopAfter", "chopAfter", u32();
    MINIMUM: "x509if.minimum", "minimum", u64();
    MAXIMUM: "x509if.maximum", "maximum", u64();
    ITEM: "x509if.item", "item", oid();
    AND: "x509if.and", "and", u32();
    REFINEMENT: "x509if.Refinement", "Refinement", u32().values(&REFINEMENT);
    OR: "x509if.or", "or", u32();
    NOT: "x509if.not", "not", u32().values(&REFINEMENT);
    RULE_IDENTIFIER: "x509if.ruleIdentifier", "ruleIdentifier", i32();
    NAME_FORM: "x509if.nameForm", "nameForm", oid();
    SUPERIOR_STRUCTURE_RULES: "x509if.superiorStructureRules", "superiorStructureRules", u32();
    T_RULE_IDENTIFIER: "x509if.RuleIdentifier", "RuleIdentifier", i32();
    STRUCTURAL_OBJECT_CLASS: "x509if.structuralObjectClass", "structuralObjectClass", oid();
    AUXILIARIES: "x509if.auxiliaries", "auxiliaries", u32();
    AUXILIARIES_ITEM: "x509if.auxiliaries_item", "auxiliaries item", oid();
    MANDATORY: "x509if.mandatory", "mandatory", u32();
    MANDATORY_ITEM: "x509if.mandatory_item", "mandatory item", oid();
    OPTIONAL: "x509if.optional", "optional", u32();
    OPTIONAL_ITEM: "x509if.optional_item", "optional item", oid();
    PRECLUDED: "x509if.precluded", "precluded", u32();
    PRECLUDED_ITEM: "x509if.precluded_item", "precluded item", oid();
    ATTRIBUTE_TYPE: "x509if.attributeType", "attributeType", oid();
    MANDATORY_CONTEXTS: "x509if.mandatoryContexts", "mandatoryContexts", u32();
    MANDATORY_CONTEXTS_ITEM: "x509if.mandatoryContexts_item", "mandatoryContexts item", oid();
    OPTIONAL_CONTEXTS: "x509if.optionalContexts", "optionalContexts", u32();
    OPTIONAL_CONTEXTS_ITEM: "x509if.optionalContexts_item", "optionalContexts item", oid();
    ID: "x509if.id", "id", i32();
    DMD_ID: "x509if.dmdId", "dmdId", oid();
    INCLUDE_SUBTYPES: "x509if.includeSubtypes", "includeSubtypes", bool();
    SELECTED_VALUES: "x509if.selectedValues", "selectedValues", u32();
    SELECTED_VALUES_ITEM_ELEMENT: "x509if.selectedValues_item_element", "selectedValues item", none();
    DEFAULT_VALUES: "x509if.defaultValues", "defaultValues", u32();
    DEFAULT_VALUES_ITEM_ELEMENT: "x509if.defaultValues_item_element", "defaultValues item", none();
    ENTRY_TYPE: "x509if.entryType", "entryType", oid();
    CONTEXTS: "x509if.contexts", "contexts", u32();
    CONTEXT_PROFILE_ELEMENT: "x509if.ContextProfile_element", "ContextProfile", none();
    CONTEXT_COMBINATION: "x509if.contextCombination", "contextCombination", u32().values(&CONTEXT_COMBINATION);
    MATCHING_USE: "x509if.matchingUse", "matchingUse", u32();
    MATCHING_USE_ELEMENT: "x509if.MatchingUse_element", "MatchingUse", none();
    CONTEXT_VALUE: "x509if.contextValue", "contextValue", u32();
    CONTEXT_VALUE_ITEM_ELEMENT: "x509if.contextValue_item_element", "contextValue item", none();
    CONTEXT: "x509if.context", "context", oid();
    T_CONTEXT_COMBINATION: "x509if.ContextCombination", "ContextCombination", u32().values(&CONTEXT_COMBINATION);
    RESTRICTION_TYPE: "x509if.restrictionType", "restrictionType", oid();
    RESTRICTION_VALUE_ELEMENT: "x509if.restrictionValue_element", "restrictionValue", none();
    ATTRIBUTE: "x509if.attribute", "attribute", oid();
    ATTRIBUTE_COMBINATION: "x509if.AttributeCombination", "AttributeCombination", u32().values(&ATTRIBUTE_COMBINATION);
    OUTPUT_VALUES: "x509if.outputValues", "outputValues", u32().values(&OUTPUT_VALUES);
    MATCHED_VALUES_ONLY_ELEMENT: "x509if.matchedValuesOnly_element", "matchedValuesOnly", none();
    SERVICE_CONTROLS_ELEMENT: "x509if.serviceControls_element", "serviceControls", none();
    SEARCH_OPTIONS_ELEMENT: "x509if.searchOptions_element", "searchOptions", none();
    HIERARCHY_OPTIONS_ELEMENT: "x509if.hierarchyOptions_element", "hierarchyOptions", none();
    DEFAULT: "x509if.default", "default", i32();
    MAX: "x509if.max", "max", i32();
    BASIC_ELEMENT: "x509if.basic_element", "basic", none();
    TIGHTENINGS: "x509if.tightenings", "tightenings", u32();
    MRMAPPING_ELEMENT: "x509if.MRMapping_element", "MRMapping", none();
    RELAXATIONS: "x509if.relaxations", "relaxations", u32();
    MAPPING: "x509if.mapping", "mapping", u32();
    MAPPING_ELEMENT: "x509if.Mapping_element", "Mapping", none();
    SUBSTITUTION: "x509if.substitution", "substitution", u32();
    MRSUBSTITUTION_ELEMENT: "x509if.MRSubstitution_element", "MRSubstitution", none();
    MAPPING_FUNCTION: "x509if.mappingFunction", "mappingFunction", oid();
    LEVEL: "x509if.level", "level", i32();
    OLD_MATCHING_RULE: "x509if.oldMatchingRule", "oldMatchingRule", oid();
    NEW_MATCHING_RULE: "x509if.newMatchingRule", "newMatchingRule", oid();
    BASE: "x509if.base", "base", u32();
    SPECIFICATION_FILTER: "x509if.specificationFilter", "specificationFilter", u32().values(&REFINEMENT);
    SERVICE_TYPE: "x509if.serviceType", "serviceType", oid();
    USER_CLASS: "x509if.userClass", "userClass", i32();
    INPUT_ATTRIBUTE_TYPES: "x509if.inputAttributeTypes", "inputAttributeTypes", u32();
    REQUEST_ATTRIBUTE_ELEMENT: "x509if.RequestAttribute_element", "RequestAttribute", none();
    ATTRIBUTE_COMBINATION_2: "x509if.attributeCombination", "attributeCombination",
        u32().values(&ATTRIBUTE_COMBINATION);
    OUTPUT_ATTRIBUTE_TYPES: "x509if.outputAttributeTypes", "outputAttributeTypes", u32();
    RESULT_ATTRIBUTE_ELEMENT: "x509if.ResultAttribute_element", "ResultAttribute", none();
    DEFAULT_CONTROLS_ELEMENT: "x509if.defaultControls_element", "defaultControls", none();
    MANDATORY_CONTROLS_ELEMENT: "x509if.mandatoryControls_element", "mandatoryControls", none();
    SEARCH_RULE_CONTROLS_ELEMENT: "x509if.searchRuleControls_element", "searchRuleControls", none();
    FAMILY_GROUPING_ELEMENT: "x509if.familyGrouping_element", "familyGrouping", none();
    FAMILY_RETURN_ELEMENT: "x509if.familyReturn_element", "familyReturn", none();
    RELAXATION_ELEMENT: "x509if.relaxation_element", "relaxation", none();
    ADDITIONAL_CONTROL: "x509if.additionalControl", "additionalControl", u32();
    T_ATTRIBUTE_TYPE: "x509if.AttributeType", "AttributeType", oid();
    ALLOWED_SUBSET: "x509if.allowedSubset", "allowedSubset", bytes();
    IMPOSED_SUBSET: "x509if.imposedSubset", "imposedSubset", u32().values(&IMPOSED_SUBSET);
    ENTRY_LIMIT_ELEMENT: "x509if.entryLimit_element", "entryLimit", none();
    NAME: "x509if.name", "name", u32();
    DIRECTORY_STRING: "x509if.DirectoryString", "DirectoryString", u32().values(&DIRECTORY_STRING);
    DESCRIPTION: "x509if.description", "description", u32().values(&DIRECTORY_STRING);
    ALLOWED_SUBSET_BASE_OBJECT: "x509if.AllowedSubset.baseObject", "baseObject", bool().mask(0x80);
    ALLOWED_SUBSET_ONE_LEVEL: "x509if.AllowedSubset.oneLevel", "oneLevel", bool().mask(0x40);
    ALLOWED_SUBSET_WHOLE_SUBTREE: "x509if.AllowedSubset.wholeSubtree", "wholeSubtree", bool().mask(0x20);
}

values! {
    ASSERTED_CONTEXTS { 0 => "allContexts", 1 => "selectedContexts" }
    SPECIFIC_EXCLUSIONS_ITEM { 0 => "chopBefore", 1 => "chopAfter" }
    REFINEMENT { 0 => "item", 1 => "and", 2 => "or", 3 => "not" }
    CONTEXT_COMBINATION { 0 => "context", 1 => "and", 2 => "or", 3 => "not" }
    ATTRIBUTE_COMBINATION { 0 => "attribute", 1 => "and", 2 => "or", 3 => "not" }
    OUTPUT_VALUES { 0 => "selectedValues", 1 => "matchedValuesOnly" }
    IMPOSED_SUBSET { 0 => "baseObject", 1 => "oneLevel", 2 => "wholeSubtree" }
    DIRECTORY_STRING {
        0 => "teletexString", 1 => "printableString", 2 => "universalString", 3 => "bmpString", 4 => "uTF8String",
    }
}
