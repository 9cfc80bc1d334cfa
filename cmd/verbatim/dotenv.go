package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/joho/godotenv"
)

const dotEnv = ".env"

// readDotEnv reads the variables of .env in the working folder, none where
// there is no such file. The parser's errors quote the file, secrets
// included: they are not passed on.
func readDotEnv() (map[string]string, error) {
	data, err := os.ReadFile(dotEnv)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &usageError{text: fmt.Sprintf("%s cannot be read: %v", dotEnv, errors.Unwrap(err)), hint: "mend or remove it"}
	}
	file, err := godotenv.UnmarshalBytes(bytes.TrimPrefix(data, []byte("\ufeff")))
	if err != nil {
		return nil, &usageError{
			text: dotEnv + " cannot be read: not every line is NAME=value",
			hint: "write one variable a line, save it as UTF-8, and put values with spaces or # in quotes",
		}
	}
	return file, nil
}
