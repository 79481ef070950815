"""The pages of an encrypted register in the clear, free ones and all, as whoever has its key could read them.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ctypes
import ctypes.util

PAGE = 4096
RESERVED = 80  # an initialisation vector of 16 bytes and a code of 64
SALT = 16      # at the beginning of the file, in place of SQLite's own first bytes

CRYPTO = ctypes.CDLL(ctypes.util.find_library("crypto") or "libcrypto.so.3")
CRYPTO.EVP_CIPHER_CTX_new.restype = ctypes.c_void_p
CRYPTO.EVP_aes_256_cbc.restype = ctypes.c_void_p


def decrypt(key, vector, sealed):
    context = ctypes.c_void_p(CRYPTO.EVP_CIPHER_CTX_new())
    plain = ctypes.create_string_buffer(len(sealed) + 32)
    length = ctypes.c_int(0)
    done = (CRYPTO.EVP_DecryptInit_ex(context, ctypes.c_void_p(CRYPTO.EVP_aes_256_cbc()), None, key, vector) == 1
            and CRYPTO.EVP_CIPHER_CTX_set_padding(context, 0) == 1
            and CRYPTO.EVP_DecryptUpdate(context, plain, ctypes.byref(length), sealed, len(sealed)) == 1)
    CRYPTO.EVP_CIPHER_CTX_free(context)
    if not done or length.value != len(sealed):
        raise AssertionError("a page could not be decrypted")
    return plain.raw[:length.value]


def read(path, key):
    """All pages of the file below the key (32 bytes), one after the other."""
    file = path.read_bytes()
    found = []
    for at in range(0, len(file) - PAGE + 1, PAGE):
        page = file[at:at + PAGE]
        begin = SALT if at == 0 else 0
        found.append(decrypt(key, page[PAGE - RESERVED:PAGE - RESERVED + 16], page[begin:PAGE - RESERVED]))
    return b"".join(found)
