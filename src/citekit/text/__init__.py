"""Rich text: nodes, joining with punctuation rules, text-case, and CSL-JSON's inline markup."""
