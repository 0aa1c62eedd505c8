"""What differs between languages: data only, one package a language."""
