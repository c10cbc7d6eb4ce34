"""Django's settings for one person's own computer; what can be chosen comes from HIGHROAD_* and nowhere else."""

import os
from hashlib import blake2b
from pathlib import Path

from tzlocal import get_localzone_name

from highroad.app.folder import RECORD, data_folder, make_private, secret_key

os.umask(0o077)  # every file made from here on is its owner's alone

HERE = Path(__file__).parent
DATA_FOLDER = make_private(data_folder())
PASSING = DATA_FOLDER / "passing"  # what is being taken in, until it is where it belongs
PASSING.mkdir(mode=0o700, exist_ok=True)
SECRET_KEY = secret_key(DATA_FOLDER)
DEMO = os.environ.get("HIGHROAD_DEMO") == "1"
INSTANCE = blake2b(str(DATA_FOLDER).encode(), digest_size=4).hexdigest()  # ports share cookies, so their names differ

DEBUG = False
ALLOWED_HOSTS = ["*"]  # app.defence checks the host with its port, which Django's own check leaves out
ROOT_URLCONF = "highroad.app.urls"
INSTALLED_APPS = [
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "highroad.app",
]
MIDDLEWARE = [
    "highroad.app.defence.Defence",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "highroad.app.defence.WhoseRequest",
    "highroad.app.views.private.WhenLocked",
    "highroad.app.views.dark_words.BesideWords",
    "highroad.app.looked.Looked",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "highroad.app.queries.frame.frame",
            ],
        },
    }
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA_FOLDER / RECORD,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
        "CONN_MAX_AGE": None,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = get_localzone_name() or "UTC"
USE_I18N = False
LANGUAGE_CODE = "en"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_COOKIE_NAME = f"highroad-csrf-{INSTANCE}"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "highroad.app.views.errors.form_too_old"
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024  # a pasted mail with its pictures in it
DATA_UPLOAD_MAX_NUMBER_FILES = 5_000  # a folder of single mails, dropped at once
FILE_UPLOAD_TEMP_DIR = PASSING
FILE_UPLOAD_PERMISSIONS = 0o600
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without_words": {"()": "highroad.app.log.WithoutWords"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "without_words"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
